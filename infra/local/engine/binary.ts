import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Path of the engine's program. On a platform without one it throws the sentence a newcomer reads:
 * what is missing and what to do instead.
 */
export function engineBinary(platform: string = `${process.platform}-${process.arch}`): string {
  try {
    const manifest = createRequire(import.meta.url).resolve(`@dynoxide/${platform}/package.json`);
    const program = path.join(path.dirname(manifest), 'dynoxide');
    accessSync(program, constants.X_OK);
    return program;
  } catch (cause) {
    throw new Error(
      `The embedded DynamoDB engine (@dynoxide/${platform}) is not installed for this machine: start another engine, for example DynamoDB Local, and point to it with PORTAL_DYNAMODB_ENDPOINT=http://localhost:8000 npm start.`,
      { cause },
    );
  }
}
