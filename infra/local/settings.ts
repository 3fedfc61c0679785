import type { PortalOptions } from './portal.ts';

export type Settings = Required<Pick<PortalOptions, 'port' | 'data' | 'seed' | 'storage'>>;

const DEFAULT_PORT = 4600;

/** Reads PORT, PORTAL_DATA, PORTAL_SEED and PORTAL_STORAGE; throws a sentence about one it cannot use. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const port = Number(environment['PORT'] || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(
      `PORT=${environment['PORT']} is no port: use a number from 1 to 65535, for example PORT=4700.`,
    );
  const seed = environment['PORTAL_SEED'] || 'demo';
  if (seed !== 'demo' && seed !== 'empty')
    throw new Error(`PORTAL_SEED=${seed} is not known: use demo or empty.`);
  const storage = environment['PORTAL_STORAGE'] || 'file';
  if (storage !== 'file' && storage !== 'memory')
    throw new Error(`PORTAL_STORAGE=${storage} is not known: use memory, or leave it out to keep the data.`);
  return { port, seed, storage, data: environment['PORTAL_DATA'] || '.portal' };
}
