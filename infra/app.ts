/** The whole cloud, as CDK sees it: `node infra/app.ts` writes cdk.out, checked by cdk-nag. */
import { once } from 'node:events';
import { App, type StackProps, Tags, Validations } from 'aws-cdk-lib';
import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';
import { acknowledgeFindings } from './acknowledged.ts';
import { PATHS } from './build/paths.ts';
import { EdgeStack } from './stacks/edge.ts';
import { FilesStack } from './stacks/files.ts';
import { ServiceStack } from './stacks/service.ts';
import { SiteStack } from './stacks/site.ts';
import { StateStack } from './stacks/state.ts';
import { WatchStack } from './stacks/watch.ts';
import { EDGE_REGION, REGION, type Stage, stageNamed } from './stages.ts';

/** Composes the stacks of one stage, in the order they are deployed. */
export function composePortal(app: App, stage: Stage): void {
  const account = process.env['CDK_DEFAULT_ACCOUNT'];
  const named = (part: string, region = REGION): StackProps & { stage: Stage } => ({
    stage,
    stackName: `portal-${stage.name}-${part}`,
    env: account === undefined ? { region } : { account, region },
    terminationProtection: part === 'state',
  });
  const state = new StateStack(app, 'State', named('state'));
  const edge = new EdgeStack(app, 'Edge', named('edge', EDGE_REGION));
  const files = new FilesStack(app, 'Files', { ...named('files'), directory: PATHS.siteOutput });
  const service = new ServiceStack(app, 'Service', { ...named('service'), state });
  // A page must find its script and style before a function or the site refers to them.
  service.addStackDependency(files);
  const site = new SiteStack(app, 'Site', { ...named('site'), files, service, edge });
  new WatchStack(app, 'Watch', { ...named('watch'), service, site, state });
  Tags.of(app).add('portal:stage', stage.name);
}

/** Makes synthesis fail on any finding of the AwsSolutions pack that infra/acknowledged.ts has no reason for. */
export async function checkWithNag(app: App): Promise<void> {
  const { AwsSolutionsChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  acknowledgeFindings(app);
}

if (import.meta.main) {
  // The build begins this early, and says when the bundles and the site are there.
  if (process.argv.includes('--when-told')) await once(process.stdin, 'data');
  const outdir = process.env['CDK_OUTDIR'] ?? PATHS.assembly;
  const checked = !process.argv.includes('--unchecked');
  const app = new App({
    analyticsReporting: false,
    outdir,
    // The build leaves checks and copies to tests, synth and deploy: a laptop starts seconds sooner, and serves
    // what is built from where it is.
    builtinCloudFormationValidation: checked,
    context: { [DISABLE_ASSET_STAGING_CONTEXT]: !checked },
  });
  // The CDK command line hands the stage over as context, the build as an argument.
  const argument = process.argv.find((each) => each.startsWith('--stage='))?.slice('--stage='.length);
  composePortal(app, stageNamed(String(app.node.tryGetContext('stage') ?? argument ?? 'local')));
  if (checked) await checkWithNag(app);
  app.synth();
}
