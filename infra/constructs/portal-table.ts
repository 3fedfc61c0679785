import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { INDEXES } from '#functions/store/keys.ts';
import type { TableName } from '#functions/store/table.ts';
import type { TableAction } from '../functions/spec.ts';
import type { ServiceFunction } from './service-function.ts';

export type IndexName = keyof typeof INDEXES;

export type PortalTableProps = {
  name: TableName;
  key: IKey;
  /** Listing-only indexes, keys only: every row is read again from the table. */
  indexes?: readonly IndexName[];
  stream?: boolean;
  ttl?: boolean;
  /** Days of point-in-time recovery; default 35. Short where erasing must take hold. */
  recoveryDays?: number;
};

type GrantLimits = {
  indexes?: readonly IndexName[];
  writesOnly?: readonly string[] | undefined;
  readsOnly?: readonly string[] | undefined;
};

const READS: readonly TableAction[] = ['GetItem', 'BatchGetItem', 'Query', 'ConditionCheckItem'];
const string = (name: string) => ({ name, type: dynamodb.AttributeType.STRING });

/** A table as every table is here: on demand, our own key, recoverable, protected, kept. */
export class PortalTable extends Construct {
  readonly table: dynamodb.TableV2;
  readonly name: TableName;
  private readonly key: IKey;
  private readonly indexes: readonly IndexName[];

  constructor(scope: Construct, id: string, props: PortalTableProps) {
    super(scope, id);
    this.name = props.name;
    this.key = props.key;
    this.indexes = props.indexes ?? [];
    this.table = new dynamodb.TableV2(this, 'Table', {
      partitionKey: string('pk'),
      sortKey: string('sk'),
      billing: dynamodb.Billing.onDemand(),
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(props.key),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: props.recoveryDays ?? 35,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      globalSecondaryIndexes: this.indexes.map((index) => ({
        indexName: INDEXES[index].name,
        partitionKey: string(INDEXES[index].partition),
        sortKey: string(INDEXES[index].sort),
        projectionType: dynamodb.ProjectionType.KEYS_ONLY,
      })),
      ...(props.stream === true && { dynamoStream: dynamodb.StreamViewType.NEW_IMAGE }),
      ...(props.ttl === true && { timeToLiveAttribute: 'ttl' }),
    });
  }

  /**
   * Lets a function do exactly these things to this table (and query those of the indexes named that
   * are this table's), lets it use the table's key through DynamoDB for them, and tells it the table's
   * name, all in one call. `writesOnly` and `readsOnly` limit writes and reads to partition keys of these forms.
   */
  grantTo(fn: ServiceFunction, actions: readonly TableAction[], limits: GrantLimits = {}): void {
    const indexes = (limits.indexes ?? []).filter((index) => this.indexes.includes(index));
    const reads = actions.filter((action) => READS.includes(action));
    const writes = actions.filter((action) => !READS.includes(action));
    fn.allow(
      ...this.mayDo(reads, limits.readsOnly),
      ...this.mayDo(writes, limits.writesOnly),
      ...(indexes.length === 0 ? [] : [this.queryOf(indexes)]),
      this.useOfKey(writes.length > 0),
    );
    fn.setVariable(`TABLE_${this.name.toUpperCase()}`, this.table.tableName);
  }

  /** Without the null guard a request that names no key at all would pass a ForAllValues condition. */
  private mayDo(actions: readonly TableAction[], partitions?: readonly string[]): PolicyStatement[] {
    if (actions.length === 0) return [];
    const conditions = partitions && {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    };
    return [
      new PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [this.table.tableArn],
        ...(conditions && { conditions }),
      }),
    ];
  }

  /** Lets a function be fed from this table's stream. */
  grantStreamTo(fn: ServiceFunction): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new Error(`Table ${this.name} has no stream`);
    const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    fn.allow(
      new PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [tableStreamArn],
      }),
      this.useOfKey(false),
    );
    return tableStreamArn;
  }

  private queryOf(indexes: readonly IndexName[]): PolicyStatement {
    return new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: indexes.map((index) => `${this.table.tableArn}/index/${INDEXES[index].name}`),
    });
  }

  /** DynamoDB asks for the key in the caller's name: without this every call is refused on AWS. */
  private useOfKey(writes: boolean): PolicyStatement {
    const reading = ['kms:Decrypt', 'kms:DescribeKey'];
    const writing = [
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ];
    return new PolicyStatement({
      actions: writes ? [...reading, ...writing] : reading,
      resources: [this.key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(this).region}.amazonaws.com` } },
    });
  }
}
