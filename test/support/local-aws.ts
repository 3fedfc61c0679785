import { afterEach } from 'vitest';
import type { Assembly } from '#infra/local/assembly/assembly.ts';
import { tablesOf } from '#infra/local/assembly/tables.ts';
import type { Refusal } from '#infra/local/aws/access.ts';
import { type Aws, type AwsOptions, startAws } from '#infra/local/aws/endpoint.ts';
import { startEngine } from '#infra/local/engine/engine.ts';
import { createTables } from '#infra/local/engine/tables.ts';

const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const part of running.splice(0).reverse()) await part.close();
});

export type LocalAws = Aws & { announced: Refusal[] };

/** The AWS endpoint of an assembly, without tables unless `withTables`; closed after the test. */
export async function localAws(
  assembly: Assembly,
  options: Partial<AwsOptions> & { withTables?: boolean } = {},
): Promise<LocalAws> {
  const engine = options.withTables ? await startEngine({ storage: { kind: 'memory' } }) : undefined;
  if (engine !== undefined) {
    running.push(engine);
    await createTables(engine.url, tablesOf(assembly));
  }
  const announced: Refusal[] = [];
  const aws = await startAws({
    assembly,
    engineUrl: engine?.url ?? 'http://127.0.0.1:9',
    storage: { kind: 'memory' },
    clock: () => new Date('2026-11-23T09:00:00Z'),
    onRefusal: (refusal) => announced.push(refusal),
    ...options,
  });
  running.push(aws);
  return { ...aws, announced };
}

/** What an SDK client of one function is made with; no retries, so that a test sees the first answer. */
export const clientOf = (aws: Aws, functionLogicalId: string) => ({
  region: 'eu-west-2',
  endpoint: aws.url,
  maxAttempts: 1,
  credentials: { accessKeyId: functionLogicalId, secretAccessKey: 'local' },
});
