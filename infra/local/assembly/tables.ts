import * as z from 'zod/mini';
import type { Assembly, Resource } from './assembly.ts';
import { keyArnOf } from './keys.ts';
import { Flag, readShape } from './read-shape.ts';

export type TableKey = { name: string; type: 'S' | 'N' | 'B' };
export type IndexSpec = {
  name: string;
  partition: TableKey;
  sort: TableKey | undefined;
  projection: { type: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; attributes: string[] };
};
export type TableSpec = {
  logicalId: string;
  name: string;
  arn: string;
  partition: TableKey;
  sort: TableKey | undefined;
  indexes: IndexSpec[];
  /** Attribute holding epoch seconds after which the item may go. */
  ttl: string | undefined;
  /** The ARN functions and mappings know; the engine's own differs. */
  streamArn: string | undefined;
  streamView: 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES' | undefined;
  /** ARN of the customer-managed key, if the table has one. */
  kmsKeyArn: string | undefined;
};

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Encryption = z.optional(z.object({ KMSMasterKeyId: z.optional(z.string()) }));
const TableShape = z.object({
  KeySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z._default(
    z.array(
      z.object({
        IndexName: z.string(),
        KeySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z._default(z.array(z.string()), []),
        }),
      }),
    ),
    [],
  ),
  LocalSecondaryIndexes: z.optional(
    z.array(z.unknown()).check(z.maxLength(0, 'local indexes are not modelled')),
  ),
  StreamSpecification: z.optional(
    z.object({ StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']) }),
  ),
  TimeToLiveSpecification: z.optional(z.object({ AttributeName: z.optional(z.string()), Enabled: Flag })),
  SSESpecification: Encryption,
  ResourcePolicy: z.optional(z.undefined('a policy on a table is not modelled')),
  Replicas: z._default(
    z.array(
      z.object({
        SSESpecification: Encryption,
        ResourcePolicy: z.optional(z.undefined('a policy on a table is not modelled')),
      }),
    ),
    [],
  ),
});
type TableShape = z.infer<typeof TableShape>;

/** Every DynamoDB table of the assembly (TableV2 and classic). */
export function tablesOf(assembly: Assembly): TableSpec[] {
  return assembly
    .resources('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table')
    .map((resource) => tableOf(assembly, resource));
}

function tableOf(assembly: Assembly, resource: Resource): TableSpec {
  const shape = readShape(resource, TableShape);
  const ttl = shape.TimeToLiveSpecification;
  const key = shape.Replicas[0]?.SSESpecification?.KMSMasterKeyId ?? shape.SSESpecification?.KMSMasterKeyId;
  return {
    logicalId: resource.logicalId,
    name: resource.ref,
    arn: resource.attribute('Arn'),
    ...keysIn(shape, shape.KeySchema),
    indexes: shape.GlobalSecondaryIndexes.map((index) => ({
      name: index.IndexName,
      ...keysIn(shape, index.KeySchema),
      projection: { type: index.Projection.ProjectionType, attributes: index.Projection.NonKeyAttributes },
    })),
    ttl: ttl?.Enabled === true ? ttl.AttributeName : undefined,
    streamArn: shape.StreamSpecification === undefined ? undefined : resource.attribute('StreamArn'),
    streamView: shape.StreamSpecification?.StreamViewType,
    kmsKeyArn: key === undefined ? undefined : keyArnOf(assembly, key),
  };
}

function keysIn(shape: TableShape, schema: z.infer<typeof KeySchema>) {
  const key = (kind: 'HASH' | 'RANGE'): TableKey | undefined => {
    const name = schema.find((part) => part.KeyType === kind)?.AttributeName;
    const type = shape.AttributeDefinitions.find((part) => part.AttributeName === name)?.AttributeType;
    return name === undefined ? undefined : { name, type: type ?? 'S' };
  };
  const partition = key('HASH');
  if (partition === undefined) throw new Error('A table or index has no partition key.');
  return { partition, sort: key('RANGE') };
}
