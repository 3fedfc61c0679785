/** All a log line may carry: ids, codes, counts and durations. Never a body, a name, a note or a path. */
export type LogFields = {
  requestId?: string;
  function?: string;
  /** The registry's id of a route, e.g. `referral.accept`. */
  route?: string;
  status?: number;
  code?: string;
  rateClass?: string;
  eventId?: string;
  eventType?: string;
  aggregate?: string;
  consumer?: string;
  messageId?: string;
  service?: string;
  count?: number;
  attempt?: number;
  milliseconds?: number;
  /** The class of an error and the places it passed, never its message: a message may quote a person. */
  error?: string;
  at?: readonly string[];
  cause?: string;
};
export type Logger = { info: Log; warn: Log; error: Log };
type Log = (what: string, fields?: LogFields) => void;

/** Writes one JSON line a call. `what` is a fixed phrase of the code, never built from input. */
export const jsonLogger = (write: (line: string) => void, always: LogFields = {}): Logger => {
  const level =
    (name: string): Log =>
    (what, fields = {}) =>
      write(JSON.stringify({ level: name, what, ...always, ...fields }));
  return { info: level('info'), warn: level('warn'), error: level('error') };
};

/** The logger of a deployed function: standard output, which Lambda keeps. */
export const systemLogger = (name: string): Logger =>
  jsonLogger((line) => process.stdout.write(`${line}\n`), { function: name });

/** What may be said of an error: its class, its cause's class and the places in our code it came through. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  const cause = error.cause instanceof Error ? { cause: error.cause.name } : {};
  return { error: error.name, at, ...cause };
}
