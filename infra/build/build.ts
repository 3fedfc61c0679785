/**
 * Everything that is made from the sources, in order: site, postcode files, bundles, cloud assembly.
 * A step whose inputs have not changed since it last ran is left out, so that a second build only
 * reads. `node infra/build/build.ts [STAGE]`; the local runner, the tests and the deploy call `buildAll`.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import type { Begun } from './begun.ts';
import { fingerprint, type Inputs } from './fingerprint.ts';
import { withBuildLock } from './lock.ts';
import { PATHS } from './paths.ts';
import { beginPlaceFiles } from './place-files.ts';
import { type Hashes, readHashes, record } from './record.ts';
import { runNode } from './run-node.ts';
import { beginSynthesis } from './synthesis.ts';

export type BuildOptions = {
  /** The stage to synthesize; default `local`. */
  stage?: string;
  /** False leaves the assembly alone: a deploy synthesizes its own. Default true. */
  assembly?: boolean;
  /** Told what is being made; default: nobody. */
  say?: (line: string) => void;
};

type Step = Inputs & {
  says: string;
  /** Steps whose output is an input here. */
  after: readonly string[];
  /** What is there when the step has run; when it is not, the step runs again. */
  makes: readonly string[];
  /** Of a step that may get ready while those before it run. */
  begin?: (stage: string) => Begun;
  run?: () => Promise<void>;
};

const STEPS: readonly Step[] = [
  {
    step: 'site',
    says: 'Building the site',
    from: ['site', 'shared', 'package-lock.json', 'infra/build'],
    after: [],
    makes: [PATHS.siteOutput, PATHS.templates],
    run: buildSite,
  },
  {
    step: 'postcodes',
    says: 'Writing the postcode files',
    from: ['infra/place', 'infra/build', 'shared'],
    after: ['site'],
    makes: [`${PATHS.siteOutput}/api/postcodes`],
    begin: beginPlaceFiles,
  },
  {
    step: 'functions',
    says: 'Bundling the functions',
    from: ['functions', 'shared', 'infra/build', 'package-lock.json'],
    after: ['site'],
    makes: [PATHS.bundles, PATHS.metafile],
    run: async () => {
      const { bundleFunctions } = await import('./functions.ts');
      await bundleFunctions();
    },
  },
  {
    step: 'assembly',
    says: 'Synthesizing the cloud assembly',
    from: ['infra', 'docs/runbooks', 'cdk.json', 'package-lock.json'],
    without: ['infra/local', 'infra/operator'],
    after: ['site', 'postcodes', 'functions'],
    makes: [`${PATHS.assembly}/manifest.json`],
    begin: beginSynthesis,
  },
];

/** Built aside and then put in place, as the assembly is: whoever reads site/dist sees the old or the new, not half of one. */
async function buildSite(): Promise<void> {
  const aside = `${PATHS.build}/site`;
  await rm(aside, { recursive: true, force: true });
  const astro = ['node_modules/astro/bin/astro.mjs', 'build', '--root', 'site', '--outDir', aside];
  await runNode([...astro, '--silent']);
  for (const place of [PATHS.templates, PATHS.siteOutput]) await rm(place, { recursive: true, force: true });
  // Templates are for the public function alone: their slots are not for readers.
  const templates = `${aside}/templates`;
  await (existsSync(templates) ? rename(templates, PATHS.templates) : mkdir(PATHS.templates));
  await rename(aside, PATHS.siteOutput);
}

/** Makes what is out of date; `changed` says whether anything was. Waits while another build runs. */
export function buildAll(options: BuildOptions = {}): Promise<{ changed: boolean }> {
  const { stage = 'local', assembly = true, say = () => undefined } = options;
  const wanted = STEPS.filter(({ step }) => assembly || step !== 'assembly');
  return withBuildLock(async () => {
    const done = await readHashes();
    const due = outOfDate(wanted, done, stage);
    const begun = new Map(due.flatMap(({ step, begin }) => (begin ? [[step, begin(stage)]] : [])));
    try {
      for (const { step, says, run, hash } of due) {
        say(`${says} …`);
        await record(done, step, undefined);
        await (begun.get(step)?.finish() ?? run?.());
        await record(done, step, hash);
      }
    } finally {
      for (const { abandon } of begun.values()) abandon();
    }
    return { changed: due.length > 0 };
  });
}

/** The steps that have to run, in order, each with the fingerprint of what it will be made from. */
function outOfDate(wanted: readonly Step[], done: Hashes, stage: string): (Step & { hash: string })[] {
  const now = new Map<string, string>();
  return wanted.flatMap((step) => {
    const before = step.after.map((name) => now.get(name) ?? '');
    const hash = fingerprint(step, step.step === 'assembly' ? [...before, stage] : before);
    now.set(step.step, hash);
    const isDone = done[step.step] === hash && step.makes.every((path) => existsSync(path));
    return isDone ? [] : [{ ...step, hash }];
  });
}

if (import.meta.main) {
  const begun = performance.now();
  const { changed } = await buildAll({
    stage: process.argv[2] ?? 'local',
    say: (line) => process.stdout.write(`${line}\n`),
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(changed ? `Built in ${seconds} s\n` : `Nothing changed (${seconds} s)\n`);
}
