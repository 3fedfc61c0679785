import { readFileSync } from 'node:fs';

/** A file of the SDK that a bundle gets in another form, and why. */
type StandIn = { file: RegExp; why: string; text: (path: string) => string };

/** Where each service answers, as its first label; the SDK's own resolver is a large table of all partitions. */
const HOSTS = { dynamodb: 'dynamodb', kms: 'kms', sesv2: 'email', sqs: 'sqs' } as const;

/** The module that finds a service: the address it was told (AWS_ENDPOINT_URL), else the plain one of the region. */
const endpointModule = (host: string): string => `
export const defaultEndpointResolver = ({ Endpoint, Region, UseFIPS, UseDualStack }) => {
  if (UseFIPS || UseDualStack) throw new Error('This bundle knows plain regional endpoints only');
  return { url: new URL(Endpoint ?? \`https://${host}.\${Region}.amazonaws.com\`), properties: {}, headers: {} };
};`;

/**
 * What the SDK carries for cases that cannot arise in these functions. Each would be loaded, and most
 * of it run, at every cold start. What stands in fails loudly where the case arises after all.
 */
export const STAND_INS: readonly StandIn[] = [
  {
    file: /@aws-sdk\/client-(\w+)\/dist-es\/endpoint\/endpointResolver\.js$/,
    why: 'one partition, one region, no FIPS, no dual stack',
    text: (path) => {
      const service = /client-(\w+)\//.exec(path)?.[1];
      const known = Object.entries(HOSTS).find(([name]) => name === service);
      if (known === undefined)
        throw new Error(`infra/build/sdk-parts.ts does not know where ${service} answers`);
      return endpointModule(known[1]);
    },
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/event-streams\/index\.js$/,
    why: 'no call we make answers with an event stream',
    text: () => `const none = () => { throw new Error('This bundle has no event streams'); };
      export const eventStreamSerdeProvider = none; export class EventStreamSerde { constructor() { none(); } }`,
  },
  {
    file: /shared-ini-file-loader\/loadSharedConfigFiles\.js$/,
    why: 'settings come from the environment: a function has no ~/.aws to read',
    text: () => `export { CONFIG_PREFIX_SEPARATOR } from './constants';
      export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
  },
  {
    file: /@aws-sdk\/middleware-endpoint-discovery\/dist-es\/index\.js$/,
    why: 'DynamoDB needs no discovery of endpoints; the cache for it is a tree of packages',
    text: () => `export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
        environmentVariableSelector: () => undefined, configFileSelector: () => undefined, default: undefined };
      export const resolveEndpointDiscoveryConfig = (config) => config;`,
  },
  {
    file: /util-endpoints\/lib\/aws\/partitions\.js$/,
    why: 'only the resolver above asked which partition a region is in',
    text: () => 'export const partitionsInfo = { partitions: [], version: "none" };',
  },
  {
    file: /@smithy\/core\/dist-es\/submodules\/checksum\/sha256\/Sha256Js\.js$/,
    why: 'Node has SHA-256 of its own',
    text: () =>
      `export class Sha256Js { constructor() { throw new Error('This bundle hashes by node:crypto'); } }`,
  },
  {
    file: /submodules\/retry\/util-retry\/AdaptiveRetryStrategy\.js$/,
    why: 'our clients retry in the standard way; the adaptive one keeps a rate limiter for a long-lived process',
    text: () =>
      `export class AdaptiveRetryStrategy { constructor() { throw new Error('This bundle retries in the standard way only'); } }`,
  },
  {
    file: /regionConfig\/getInstanceMetadataRegion\.js$/,
    why: 'Lambda says its region in AWS_REGION; no machine is asked for it',
    text: () => 'export const getInstanceMetadataRegion = async () => undefined;',
  },
  {
    file: /@aws-sdk\/client-\w+\/dist-es\/schemas\/schemas_0\.js$/,
    why: 'an error nobody tells by its class is told by its name, which it keeps as the service’s plain exception',
    text: withoutErrorClasses,
  },
  {
    file: /@aws-sdk\/client-\w+\/package\.json$/,
    why: 'only the version is read, for the user agent',
    text: (path) => `export default ${JSON.stringify({ version: versionIn(path) })};`,
  },
];

/** The errors of services whose own fields or class the code looks at. */
const TOLD_BY_CLASS = [
  'ConditionalCheckFailedException',
  'TransactionCanceledException',
  'TransactionConflictException',
];

/** A client's schemas with none but those errors registered: the other classes and their shapes fall away. */
function withoutErrorClasses(path: string): string {
  return readFileSync(path, 'utf8').replace(/^n\d+_registry\.registerError\((\w+)\$, .*$/gm, (line, name) =>
    TOLD_BY_CLASS.includes(name) ? line : '',
  );
}

function versionIn(path: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(path, 'utf8'));
  return version;
}
