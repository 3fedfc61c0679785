/** What a worker thread is told once, at its start. */
export type WorkerSettings = {
  clock: SharedArrayBuffer;
  /** Absolute directory of the bundle. */
  code: string;
  /** `index.handler` */
  handler: string;
  functionName: string;
  functionArn: string;
  memoryMb: number;
  logFile: string;
  logStream: string;
};

/** `http` answers cross the thread as fields, everything else as one JSON text, as Lambda's runtime would. */
export type Shape = 'http' | 'json';

export type ToWorker = {
  id: string;
  event: unknown;
  shape: Shape;
  /** After so long the platform ends the worker. */
  timeoutMilliseconds: number;
};

/** Format 2.0 answer of a function; not judged yet. */
export type HttpReply = {
  statusCode: unknown;
  headers: unknown;
  cookies: unknown;
  body: unknown;
  isBase64Encoded: unknown;
};

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'answer'; id: string; value: HttpReply | string | undefined }
  | { kind: 'failure'; id: string; errorType: string; errorMessage: string };

/** How an invocation ended. `unhandled` covers thrown errors, ended workers and time-outs. */
export type Outcome =
  | { ok: true; value: HttpReply | string | undefined }
  | { ok: false; errorType: string; errorMessage: string };
