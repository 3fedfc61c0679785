/** Acts that only read; every other act writes. */
const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'ConditionCheckItem', 'DescribeTable'];
const READING = ['kms:Decrypt', 'kms:DescribeKey'];
const WRITING = [
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/**
 * What DynamoDB needs to do with a table's customer-managed key in the caller's name: the minimum its
 * guide lists, less for reads. CDK's `table.grant` leaves these out (design decision 18).
 */
export const keyActionsFor = (action: string): readonly string[] =>
  READS.includes(action) ? READING : [...READING, ...WRITING];

export const viaDynamo = (region: string): string => `dynamodb.${region}.amazonaws.com`;
