import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as sdk from '@aws-sdk/client-dynamodb';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLING } from '#infra/build/functions.ts';
import { PATHS } from '#infra/build/paths.ts';
import { BUNDLE_PLUGINS } from '#infra/build/plugins.ts';

/** What a service answers instead of what was asked. */
type Refusal = { name: string; status: number; more?: object };
type Client = Pick<typeof sdk, 'DynamoDBClient' | 'GetItemCommand'>;

const ITEM = { pk: { S: 'a' } };
const REFUSALS: readonly Refusal[] = [
  { name: 'ResourceNotFoundException', status: 400 },
  { name: 'ValidationException', status: 400 },
  { name: 'ProvisionedThroughputExceededException', status: 400 },
  { name: 'ThrottlingException', status: 400 },
  { name: 'RequestLimitExceeded', status: 400 },
  { name: 'InternalServerError', status: 500 },
  { name: 'ConditionalCheckFailedException', status: 400, more: { Item: ITEM } },
  {
    name: 'TransactionCanceledException',
    status: 400,
    more: { CancellationReasons: [{ Code: 'ConditionalCheckFailed', Item: ITEM }, { Code: 'None' }] },
  },
  { name: 'TransactionConflictException', status: 400 },
];

/** The error that a client throws when the service answers so, after at most two tries. */
async function thrownBy({ DynamoDBClient, GetItemCommand }: Client, { name, status, more }: Refusal) {
  const text = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'No', ...more });
  const response = () => ({
    statusCode: status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: new TextEncoder().encode(text),
  });
  const client = new DynamoDBClient({
    region: 'eu-west-2',
    endpoint: 'http://127.0.0.1:9',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    accountIdEndpointMode: 'disabled',
    maxAttempts: 2,
    requestHandler: { handle: () => Promise.resolve({ response: response() }) },
  });
  const error = await client.send(new GetItemCommand({ TableName: 't', Key: ITEM })).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error(`${name} was not thrown`);
  const told: Record<string, unknown> = { ...error, message: error.message };
  return {
    error,
    facts: { ...told, $metadata: { ...Object(told['$metadata']), totalRetryDelay: 'by chance' } },
  };
}

describe('the errors of a service', () => {
  let folder = '';
  let ours: typeof sdk;
  beforeAll(async () => {
    folder = mkdtempSync(join(PATHS.build, 'test-'));
    const names = ['DynamoDBClient', 'GetItemCommand', ...REFUSALS.map(({ name }) => name).slice(-3)];
    const entry = join(folder, 'errors.ts');
    writeFileSync(entry, `export { ${names.join(', ')} } from '@aws-sdk/client-dynamodb';`);
    const outfile = join(folder, 'errors.mjs');
    await build({ ...BUNDLING, entryPoints: [entry], outfile, plugins: [...BUNDLE_PLUGINS] });
    ours = await import(pathToFileURL(outfile).href);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(REFUSALS)('$name is told and tried again by a bundle as by the SDK itself', async (refusal) => {
    const [here, there] = await Promise.all([thrownBy(ours, refusal), thrownBy(sdk, refusal)]);
    expect(there.error.name).toBe(refusal.name);
    expect(here.facts).toEqual(there.facts);
  });

  it('those that the code tells by their class keep it', async () => {
    for (const refusal of REFUSALS.slice(-3)) {
      const { error } = await thrownBy(ours, refusal);
      const Class = Object.entries(ours).find(([name]) => name === refusal.name)?.[1];
      expect(error.constructor, refusal.name).toBe(Class);
    }
  });
});
