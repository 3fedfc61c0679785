import type { IncomingHttpHeaders } from 'node:http';

/** A request as the edge and the API see it. */
export type Request = {
  method: string;
  /** As it came, percent-encoded, without the query. */
  path: string;
  /** As it came, without the question mark. */
  query: string;
  /** Lower-case names, as Node joins them; `host` stands for the receiver. */
  headers: IncomingHttpHeaders;
  body: Buffer;
  sourceIp: string;
};

/** An answer. Names are lower-case; `set-cookie` may be a list. */
export type Response = {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer | string;
};

/** One answer in JSON, as the platform itself words it. */
export function platformAnswer(status: number, message: string): Response {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}
