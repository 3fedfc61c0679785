import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { kmsKeyService } from '#functions/gateways/kms.ts';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { systemNonce } from '#functions/runtime/secrets.ts';
import { areaLookup } from '#functions/store/area.ts';
import { dynamoTable } from '#functions/store/dynamo-table.ts';
import { TABLES } from '#functions/store/table.ts';
import { seedReferrals } from '#infra/operator/seed/referrals.ts';
import type { Foundation } from './foundation.ts';

/**
 * Gives the demonstration people their referrals once the AWS endpoint runs: by the commands, in the role
 * of the function that may seal, so that its own policy is judged on every call and every contact is
 * really sealed. Costs one read when they are there.
 */
export async function seedCaseload({ specs, aws, clock, tableName }: Foundation): Promise<void> {
  const sealing = specs.find(({ environment }) => environment['PERSON_KEY_ID'] !== undefined);
  const { PERSON_KEY_ID: personKeyId, MAC_KEY_ID: macKeyId } = sealing?.environment ?? {};
  if (sealing === undefined || personKeyId === undefined || macKeyId === undefined) {
    throw new Error('No function of the template may seal contact details.');
  }
  const found = aws.credentials(sealing.logicalId);
  const client = {
    endpoint: aws.url,
    region: found['AWS_REGION'] ?? '',
    credentials: {
      accessKeyId: found['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: found['AWS_SECRET_ACCESS_KEY'] ?? '',
      sessionToken: found['AWS_SESSION_TOKEN'] ?? '',
    },
  };
  const now = () => clock.now().toISOString();
  const dynamo = new DynamoDBClient(client);
  const kms = new KMSClient(client);
  const names = Object.fromEntries(TABLES.map((table) => [table, tableName(table)]));
  const table = dynamoTable({ client: dynamo, names, now, backoff: fullJitter() });
  const keys = kmsKeyService({ client: kms, personKeyId, macKeyId });
  const deps = { table, ids: systemIds, areas: areaLookup(table, now), keys, nonce: systemNonce };
  try {
    await seedReferrals({ deps, now: now() });
  } finally {
    dynamo.destroy();
    kms.destroy();
  }
}
