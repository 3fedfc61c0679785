import { rename, rm } from 'node:fs/promises';
import type { Begun } from './begun.ts';
import { PATHS } from './paths.ts';
import { beginNode } from './run-node.ts';

/**
 * Begins to synthesize the cloud assembly of a stage. Its libraries take as long to load as the synthesis
 * itself: they are loaded while the site is built. Written aside and then put in place, so that whoever
 * reads cdk.out sees the old or the new.
 */
export function beginSynthesis(stage: string): Begun {
  const aside = `${PATHS.build}/assembly`;
  const synthesis = beginNode(['infra/app.ts', '--unchecked', '--when-told', `--stage=${stage}`], {
    CDK_OUTDIR: aside,
  });
  return {
    finish: async () => {
      await rm(aside, { recursive: true, force: true });
      synthesis.tell('go');
      await synthesis.ended;
      await rm(PATHS.assembly, { recursive: true, force: true });
      await rename(aside, PATHS.assembly);
    },
    abandon: synthesis.stop,
  };
}
