import { createHash, randomBytes } from 'node:crypto';

/** Makes something nobody can guess: 32 random bytes as base64url. An argument wherever one is needed. */
export type NewSecret = () => string;
export const systemSecret: NewSecret = () => randomBytes(32).toString('base64url');

/** What is kept of a secret: its SHA-256. The secret itself exists only in the hands it was given to. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Makes the nonce of one sealing: 12 random bytes. An argument wherever one is needed. */
export type NewNonce = () => Uint8Array;
export const systemNonce: NewNonce = () => Uint8Array.from(randomBytes(12));
