// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are CloudFormation’s and IAM’s own notation
import { type Assembly, assemble } from '#infra/local/assembly/assembly.ts';
import type { StackTemplate } from '#infra/local/assembly/template.ts';

export type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;
export const HERE = { account: '000000000000', region: 'eu-west-2' };

/** An assembly of one stack named `small`, written by hand for one test. */
export function smallAssembly(resources: Resources, rest: Partial<StackTemplate['template']> = {}): Assembly {
  return assemble('/nowhere', {
    stacks: [stackOf('small', resources, rest)],
    assets: new Map([['code', '/bundle']]),
  });
}

/** One stack as a template would be read. */
export const stackOf = (
  name: string,
  resources: Resources,
  rest: Partial<StackTemplate['template']> = {},
): StackTemplate => ({
  name,
  ...HERE,
  template: { Resources: resources, Outputs: {}, Parameters: {}, Mappings: {}, Conditions: {}, ...rest },
});

const trust = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
});
const LOGS = {
  Effect: 'Allow',
  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: 'arn:aws:logs:*:*:*',
};

/** A function `id` with a role that may write logs and what the statements say. */
export const functionWith = (id: string, ...statements: Record<string, unknown>[]): Resources => ({
  [`${id}Role`]: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust('lambda.amazonaws.com'),
      Policies: [{ PolicyName: 'Own', PolicyDocument: { Statement: [LOGS, ...statements] } }],
    },
  },
  [id]: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: `the-${id.toLowerCase()}`,
      Code: { S3Key: 'code.zip' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
      Environment: { Variables: { STAGE: 'small' } },
    },
  },
});

/** A table `id` with pk and sk, an index `slot`, and optionally a key of the assembly. */
export const tableNamed = (id: string, keyId?: string): Resources => ({
  [id]: {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      TableName: `the-${id.toLowerCase()}`,
      AttributeDefinitions: ['pk', 'sk', 'slot'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'slot',
          KeySchema: [{ AttributeName: 'slot', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
      ...(keyId !== undefined && {
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          { Region: HERE.region, SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': [keyId, 'Arn'] } } },
        ],
      }),
    },
  },
});

/** A key `id` whose policy leaves everything to the account, unless given other statements. */
export const keyNamed = (id: string, properties: Record<string, unknown> = {}): Resources => ({
  [id]: {
    Type: 'AWS::KMS::Key',
    Properties: {
      KeyPolicy: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'kms:*',
            Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
            Resource: '*',
          },
        ],
      },
      ...properties,
    },
  },
});
