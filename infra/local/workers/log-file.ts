import { openSync, writeSync } from 'node:fs';

/** Sends what this thread prints to a file, each line at once: a thread that is ended loses none. */
export function printToFile(path: string): void {
  const file = openSync(path, 'a');
  for (const stream of [process.stdout, process.stderr])
    stream.write = (chunk: string | Uint8Array) => {
      writeSync(file, typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
      return true;
    };
}
