/**
 * Adds the entries npm leaves out of package-lock.json for other platforms' native packages.
 *
 * The registry we install from does not hold every platform's build, so npm writes no entry for
 * them and `npm ci` then refuses the lockfile npm itself wrote (EUSAGE "Missing: … from lock file").
 * An optional entry that carries the platform it is for is enough: npm skips it on any other
 * platform. Run after every `npm install` (`npm run lockfile`); test/architecture/lockfile.test.ts
 * fails when it was forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

type Entry = {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lockfile = { packages: Record<string, Entry> };

const SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'openbsd',
  'netbsd',
  'android',
  'sunos',
  'aix',
  'openharmony',
];
const PROCESSORS = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
];

/** The platform a native package is for, read from the words of its name; undefined if it names none. */
export function platformOf(name: string): Pick<Entry, 'os' | 'cpu'> | undefined {
  const words = name.split(/[@/\-_.]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (cpu === 'wasm32') return { cpu: [cpu] };
  if (os === undefined) return undefined;
  return { os: [os], ...(cpu === undefined ? {} : { cpu: [cpu] }) };
}

/** Names every platform package the lockfile's packages ask for and it has no entry for. */
export function missingEntries(lock: Lockfile): { path: string; entry: Entry }[] {
  const missing = new Map<string, Entry>();
  for (const parent of Object.values(lock.packages)) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      const platform = platformOf(name);
      const known = Object.keys(lock.packages).some((key) => key === path || key.endsWith(`/${path}`));
      if (known || platform === undefined) continue;
      const version = range.replace(/^[\^~]/, '');
      missing.set(path, {
        version,
        ...(parent.dev === true ? { dev: true } : {}),
        optional: true,
        ...platform,
      });
    }
  }
  return [...missing].map(([path, entry]) => ({ path, entry }));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lock: Lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const missing = missingEntries(lock);
  for (const { path, entry } of missing) lock.packages[path] = entry;
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  writeFileSync(
    'package-lock.json',
    `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
  );
  process.stdout.write(`package-lock.json: ${missing.length} entries added\n`);
}
