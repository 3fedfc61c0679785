/** What a data key is bound to: opaque ids only, for they stand readable in the key service's own log. */
export type KeyContext = { app: 'vcse-portal'; person: string; scheme: string };

/**
 * The service that keeps the person-wrapping key and never gives it out. Every answer of `open` is
 * preceded by an audit event of ours and leaves one of its own. An outage is thrown as `Unavailable`.
 */
export type KeyService = {
  /** A new 256-bit key for one person, plain (to be wiped after use) and wrapped (to be kept). */
  create(context: KeyContext): Promise<{ plain: Uint8Array; wrapped: Uint8Array }>;
  /** The plain key of a wrapped one; throws when it was wrapped for anybody else. */
  open(wrapped: Uint8Array, context: KeyContext): Promise<Uint8Array>;
  /** A keyed fingerprint (HMAC-SHA-256) that nobody can compute or check without the service. */
  fingerprint(message: string): Promise<Uint8Array>;
};
