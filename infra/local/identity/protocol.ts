/** Somebody the sign-in page offers. */
export type Person = { email: string; name: string; about: string };

export type IdentityClient = { id: string; callbackUrls: string[]; logoutUrls: string[] };

/** What the provider's thread is told once. */
export type IdentitySettings = {
  clock: SharedArrayBuffer;
  /** `http://localhost:4600/_local/oidc` */
  issuer: string;
  clients: IdentityClient[];
  /** File of the keys; undefined makes new ones at each start. */
  keyFile: string | undefined;
  logFile: string;
};

export type FromIdentity = { kind: 'listening'; port: number } | { kind: 'people'; id: number };
export type ToIdentity = { kind: 'people'; id: number; people: readonly Person[] };
