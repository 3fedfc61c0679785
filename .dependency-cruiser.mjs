/** Who may import whom: each rule says why. The data flows one way; these keep it so. */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    rule('no-cycles', 'A cycle hides which of two things decides.', {}, { circular: true }),
    rule(
      'shared-is-neutral',
      'shared runs in Node and in the browser: no Node built-ins, no AWS, nothing of ours above it.',
      { path: '^shared/' },
      {
        path: '^(functions|infra|site|test)/|^node_modules/(@aws-sdk|hono|@middy|aws-cdk-lib)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'shared-has-no-node',
      'shared runs in the browser.',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'domain-is-pure',
      'A rule takes the clock, ids and the actor as arguments and knows no cloud.',
      { path: '^functions/domain/' },
      { pathNot: '^(functions/domain/|shared/|node_modules/zod/)' },
    ),
    rule(
      'aws-only-in-adapters',
      'AWS SDK calls live in adapters, so that everything else runs anywhere.',
      { path: '^functions/', pathNot: '^functions/(store/dynamo-table\\.ts|gateways/|runtime/)' },
      { path: '^node_modules/@aws-sdk/' },
    ),
    rule(
      'hono-only-in-http',
      'HTTP is one layer.',
      { path: '^functions/', pathNot: '^functions/(http|entry)/' },
      { path: '^node_modules/hono/' },
    ),
    rule(
      'middy-only-at-the-door',
      'Middy wraps handlers and nothing else.',
      { path: '^functions/', pathNot: '^functions/(runtime|entry)/' },
      { path: '^node_modules/@middy/' },
    ),
    rule(
      'commands-know-no-http',
      'Commands serve HTTP, workers and schedules alike.',
      { path: '^functions/(commands|store|search)/' },
      { path: '^functions/(http|workers|schedules|entry)/' },
    ),
    rule(
      'entries-are-last',
      'Nothing imports an entry.',
      { pathNot: '^(functions/entry/|test/|infra/)' },
      { path: '^functions/entry/' },
    ),
    rule(
      'site-knows-contracts-only',
      'The API contract is all the site knows of the functions.',
      { path: '^site/' },
      { path: '^(functions|infra|test)/' },
    ),
    rule(
      'site-takes-resources',
      'The whole catalogue is too heavy for a phone: import the resource file.',
      { path: '^(site|shared/ui)/' },
      { path: '^shared/api/index\\.ts$' },
    ),
    rule(
      'matrix-is-independent',
      'The table of expected answers must not be computed by what it judges.',
      { path: '^test/matrix/expected' },
      { path: '^(shared/api|functions)/' },
    ),
    rule(
      'nothing-imports-tests',
      'Tests look at the product, never the other way.',
      { pathNot: '^test/' },
      { path: '^test/' },
    ),
    rule(
      'local-cloud-stays-local',
      'Only the runner, the operator’s tool and tests know the local cloud.',
      { pathNot: '^(infra/local|infra/operator|test)/' },
      { path: '^infra/local/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(site/dist|\\.build|cdk\\.out)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
