/** A value as an opaque cursor: JSON as base64url, to be handed back as it is. */
export const opaque = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What stands in a cursor that came back, to be looked at by whoever wrote it; undefined for what is none. */
export function behind(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
