import type { PolicyDocument } from '../../assembly/policy-document.ts';

const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
const XRAY = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];

/** The policies AWS keeps that our roles may use, as AWS documents them. Any other stops the start. */
const MANAGED: Readonly<Record<string, readonly string[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': LOGS,
  'service-role/AWSLambdaSQSQueueExecutionRole': [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    ...LOGS,
  ],
  'service-role/AWSLambdaDynamoDBExecutionRole': [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    ...LOGS,
  ],
  AWSXRayDaemonWriteAccess: XRAY,
};

/** The document behind a managed policy's ARN; throws a sentence naming role and ARN for an unknown one. */
export function managedPolicy(arn: string, role: string): PolicyDocument {
  const actions = MANAGED[arn.replace(/^arn:aws:iam::aws:policy\//, '')];
  if (actions === undefined) {
    throw new Error(
      `Role ${role} uses the managed policy ${arn}, whose content the local cloud does not know: grant what is needed instead.`,
    );
  }
  return { Statement: [{ Effect: 'Allow', Action: [...actions], Resource: ['*'] }] };
}
