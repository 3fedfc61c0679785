import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DecryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  KMSClient,
  SignCommand,
} from '@aws-sdk/client-kms';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Assembly } from '#infra/local/assembly/assembly.ts';
import { queuesOf } from '#infra/local/assembly/queues.ts';
import { tablesOf } from '#infra/local/assembly/tables.ts';
import type { Aws } from '#infra/local/aws/endpoint.ts';
import { grantsOf, type OneGrant } from './grants.ts';
import { clientOf } from './local-aws.ts';

type World = { aws: Aws; assembly: Assembly };

/**
 * Makes the use of a grant that a function of ours would make, by the SDK with its credentials. `false`:
 * the platform makes it by itself at the start.
 */
export async function use(world: World, grant: OneGrant): Promise<boolean> {
  if (grant.via?.startsWith('dynamodb')) return useTableKey(world, grant);
  const [service] = grant.action.split(':');
  if (service === 'dynamodb') return useTable(world, grant);
  if (service === 'kms') return useKey(world, grant);
  if (service === 'sqs') return useQueue(world, grant);
  if (service === 'ses') return sendMail(world, grant);
  return false;
}

async function useTable({ aws, assembly }: World, grant: OneGrant): Promise<boolean> {
  const [arn, index] = grant.resource.split('/index/');
  const table = tablesOf(assembly).find((it) => it.arn === arn);
  if (table === undefined) return false;
  const client = new DynamoDBClient(clientOf(aws, grant.caller));
  const TableName = table.name;
  const Key = { pk: { S: grant.partition }, sk: { S: 's' } };
  const partition = (index === undefined ? table : table.indexes.find((it) => it.name === index))?.partition
    .name;
  const calls: Record<string, () => Promise<unknown>> = {
    GetItem: () => client.send(new GetItemCommand({ TableName, Key })),
    PutItem: () => client.send(new PutItemCommand({ TableName, Item: Key })),
    DeleteItem: () => client.send(new DeleteItemCommand({ TableName, Key })),
    UpdateItem: () =>
      client.send(
        new UpdateItemCommand({
          TableName,
          Key,
          UpdateExpression: 'SET a = :a',
          ExpressionAttributeValues: { ':a': { S: 'x' } },
        }),
      ),
    BatchGetItem: () =>
      client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [Key] } } })),
    Query: () =>
      client.send(
        new QueryCommand({
          TableName,
          IndexName: index,
          KeyConditionExpression: '#p = :p',
          ExpressionAttributeNames: { '#p': partition ?? 'pk' },
          ExpressionAttributeValues: { ':p': { S: grant.partition } },
        }),
      ),
    ConditionCheckItem: () =>
      client.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            {
              ConditionCheck: {
                TableName,
                Key,
                ConditionExpression: 'attribute_exists(pk) OR attribute_not_exists(pk)',
              },
            },
          ],
        }),
      ),
  };
  const call = calls[grant.action.replace('dynamodb:', '')];
  if (call === undefined)
    throw new Error(`Nobody knows how ${grant.action} is used: teach test/support/grant-uses.ts.`);
  await settled(call());
  return true;
}

/** DynamoDB uses the table's key whenever the function touches such a table; a write needs all of it. */
async function useTableKey(world: World, grant: OneGrant): Promise<boolean> {
  const tables = new Map(tablesOf(world.assembly).map((table) => [table.arn, table.kmsKeyArn]));
  const own = grantsOf(world.assembly).filter(
    (it) => it.caller === grant.caller && tables.get(it.resource) === grant.resource,
  );
  const writing = own.find((it) => /:(Put|Update|Delete)Item$/.test(it.action));
  const touching = writing ?? own.find((it) => /:(GetItem|Query)$/.test(it.action));
  return touching === undefined ? false : useTable(world, touching);
}

async function useKey({ aws }: World, grant: OneGrant): Promise<boolean> {
  const client = new KMSClient(clientOf(aws, grant.caller));
  const KeyId = grant.resource;
  const Message = Buffer.from('x');
  const calls: Record<string, () => Promise<unknown>> = {
    GenerateDataKey: () => client.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' })),
    GenerateMac: () => client.send(new GenerateMacCommand({ KeyId, Message, MacAlgorithm: 'HMAC_SHA_256' })),
    Sign: () => client.send(new SignCommand({ KeyId, Message, SigningAlgorithm: 'ECDSA_SHA_256' })),
    Decrypt: async () => {
      const { CiphertextBlob } = await client.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
      await client.send(new DecryptCommand({ KeyId, CiphertextBlob }));
    },
  };
  const call = calls[grant.action.replace('kms:', '')];
  if (call === undefined)
    throw new Error(`Nobody knows how ${grant.action} is used: teach test/support/grant-uses.ts.`);
  await settled(call());
  return true;
}

async function useQueue({ aws, assembly }: World, grant: OneGrant): Promise<boolean> {
  const queue = queuesOf(assembly).find((it) => it.arn === grant.resource);
  if (queue === undefined || grant.action !== 'sqs:SendMessage') return false;
  if (grant.caller.startsWith('arn:')) return false;
  const fifo = queue.fifo ? { MessageGroupId: 'g', MessageDeduplicationId: 'd' } : {};
  const send = new SendMessageCommand({ QueueUrl: aws.queueUrl(queue.url), MessageBody: 'x', ...fifo });
  await settled(new SQSClient(clientOf(aws, grant.caller)).send(send));
  return true;
}

async function sendMail({ aws, assembly }: World, grant: OneGrant): Promise<boolean> {
  const [identity] = assembly.resources('AWS::SES::EmailIdentity');
  const send = new SendEmailCommand({
    FromEmailAddress: `portal@${identity?.ref}`,
    Destination: { ToAddresses: ['reader@demo.example'] },
    Content: { Simple: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } } },
  });
  await settled(new SESv2Client(clientOf(aws, grant.caller)).send(send));
  return true;
}

/** A refusal is looked for in the endpoint's own list; anything else that goes wrong is a fault of the test. */
async function settled(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return;
    if (!(error instanceof Error) || error.name !== 'AccessDeniedException') throw error;
  }
}
