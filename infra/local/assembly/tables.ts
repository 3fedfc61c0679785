import type { Assembly } from './assembly.ts';

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
  streamView: string | undefined;
  /** ARN of the customer-managed key, if the table has one. */
  kmsKeyArn: string | undefined;
};

/** Every DynamoDB table of the assembly (TableV2 and classic). */
export function tablesOf(assembly: Assembly): TableSpec[] {
  return assembly.resources('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table').map(() => {
    throw new Error('Not readable yet');
  });
}
