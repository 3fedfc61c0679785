/**
 * `npm run deploy -- --stage NAME [--new-origin-secret]`: builds, checks, deploys every stack in order.
 * The first deploy also makes the secret by which the API knows the distribution; `--new-origin-secret`
 * makes another. Needs the CDK bootstrap of both regions (README.md here).
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildAll } from './build/build.ts';
import { PATHS } from './build/paths.ts';
import { acceptedAfter, NONE_ACCEPTED } from './origin-secret.ts';
import { cannotDeploy, type Stage, stageNamed } from './stages.ts';

const stackName = (stage: Stage, part: string) => `portal-${stage.name}-${part}`;

/** Runs the CDK command line on some stacks; ends this process when it fails, with its own words on screen. */
function cdkDeploy(stage: Stage, stacks: readonly string[], more: readonly string[] = []): void {
  const assembly = `${PATHS.build}/deploy/${stage.name}`;
  const args = ['node_modules/aws-cdk/bin/cdk', 'deploy', ...stacks, '--context', `stage=${stage.name}`];
  const run = spawnSync(process.execPath, [...args, '--output', assembly, ...more], {
    cwd: PATHS.root,
    stdio: 'inherit',
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

/** What the API accepts at present, as the deploy just wrote it down. */
function acceptedNow(stage: Stage, outputs: string): string {
  const written: Record<string, Record<string, string>> = JSON.parse(readFileSync(outputs, 'utf8'));
  return written[stackName(stage, 'service')]?.['AcceptedOriginSecrets'] ?? NONE_ACCEPTED;
}

async function deploy(stage: Stage, newSecret: boolean): Promise<void> {
  const folder = `${PATHS.build}/deploy`;
  mkdirSync(folder, { recursive: true });
  await buildAll({ assembly: false, say: (line) => process.stdout.write(`${line}\n`) });
  const outputs = `${folder}/${stage.name}.outputs.json`;
  cdkDeploy(stage, ['--all'], ['--outputs-file', outputs]);
  const accepted = acceptedNow(stage, outputs);
  if (accepted !== NONE_ACCEPTED && !newSecret) return;
  const secret = randomBytes(32).toString('base64url');
  const parameter = (part: string, name: string, value: string) => [
    '--parameters',
    `${stackName(stage, part)}:${name}=${value}`,
  ];
  const only = ['--exclusively', '--require-approval', 'never'];
  cdkDeploy(
    stage,
    ['Service'],
    [...only, ...parameter('service', 'OriginHashes', acceptedAfter(secret, accepted))],
  );
  cdkDeploy(stage, ['Site'], [...only, ...parameter('site', 'OriginSecret', secret)]);
}

/** The stage asked for; a sentence instead when it cannot be deployed. */
function stageToDeploy(name: string | undefined): Stage | string {
  if (name === undefined)
    return 'Say which stage: npm run deploy -- --stage NAME (infra/stages.ts has them).';
  try {
    const stage = stageNamed(name);
    return cannotDeploy(stage) ?? stage;
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}

const { values } = parseArgs({
  options: { stage: { type: 'string' }, 'new-origin-secret': { type: 'boolean', default: false } },
});
const stage = stageToDeploy(values.stage);
if (typeof stage === 'string') {
  process.stderr.write(`${stage}\n`);
  process.exitCode = 1;
} else {
  await deploy(stage, values['new-origin-secret']);
}
