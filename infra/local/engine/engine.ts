export type Engine = {
  url: string;
  /** Undefined for an engine that is not ours (PORTAL_DYNAMODB_ENDPOINT). */
  pid: number | undefined;
  close(): Promise<void>;
};
export type EngineStorage =
  | { kind: 'memory' }
  /** `path`: the database file; a pidfile stands beside it. */
  | { kind: 'file'; path: string };

/**
 * Starts the embedded DynamoDB engine on a free loopback port, or answers the one named by
 * PORTAL_DYNAMODB_ENDPOINT. Ends an engine that a killed runner left on the same file.
 */
export function startEngine(options: { storage: EngineStorage }): Promise<Engine> {
  return Promise.reject(new Error(`Not there yet: ${options.storage.kind}`));
}
