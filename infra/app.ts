/** The whole cloud, as CDK sees it: `node infra/app.ts [STAGE]` writes cdk.out. */
import { App, type StackProps, Tags } from 'aws-cdk-lib';
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

if (import.meta.main) {
  const app = new App({ analyticsReporting: false, outdir: PATHS.assembly });
  composePortal(app, stageNamed(app.node.tryGetContext('stage') ?? process.argv[2] ?? 'local'));
  app.synth();
}
