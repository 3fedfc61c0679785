import { expect, test } from 'vitest';
import { functionsOf } from '#infra/local/assembly/functions.ts';
import { localAws } from '../support/local-aws.ts';
import {
  functionWith,
  keyNamed,
  type Resources,
  smallAssembly,
  tableNamed,
} from '../support/small-assembly.ts';

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const allow = (Action: string | string[], Resource: unknown) => ({ Effect: 'Allow', Action, Resource });
const refusalsOf = async (resources: Resources) =>
  (await localAws(smallAssembly(resources))).announced.map(
    (it) => `${it.callerName} ${it.action}: ${it.reason}`,
  );
const NOBODY = 'no statement of its role allows it';

const route = (permission: Record<string, unknown> | undefined): Resources => ({
  ...functionWith('Staff'),
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
  Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { StageName: '$default' } },
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: { IntegrationType: 'AWS_PROXY', IntegrationUri: arnOf('Staff'), PayloadFormatVersion: '2.0' },
  },
  Route: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      RouteKey: 'GET /inbox/{id}',
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
    },
  },
  ...(permission !== undefined && {
    Permission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        FunctionName: arnOf('Staff'),
        Principal: 'apigateway.amazonaws.com',
        Action: 'lambda:InvokeFunction',
        ...permission,
      },
    },
  }),
});
const sourceArn = (end: string) => ({
  SourceArn: { 'Fn::Join': ['', ['arn:aws:execute-api:eu-west-2:000000000000:', { Ref: 'Api' }, end]] },
});

test('a route whose function does not let the API in is refused by name', async () => {
  expect(await refusalsOf(route(sourceArn('/*/*')))).toEqual([]);
  expect(await refusalsOf(route({}))).toEqual([]);
  for (const permission of [undefined, sourceArn('/*/POST/*'), { Principal: 's3.amazonaws.com' }]) {
    expect(await refusalsOf(route(permission))).toEqual([
      expect.stringMatching(
        /\/\$default\/GET\/inbox\/\{id\} lambda:InvokeFunction: the function has no permission/,
      ),
    ]);
  }
});

test('a function that may not write its log is told so at the start', async () => {
  const resources = functionWith('Staff');
  const role = resources['StaffRole'];
  const silent = { ...role?.Properties, Policies: [] };
  expect(
    await refusalsOf({ ...resources, StaffRole: { Type: role?.Type ?? '', Properties: silent } }),
  ).toEqual([`the-staff logs:CreateLogStream: ${NOBODY}`, `the-staff logs:PutLogEvents: ${NOBODY}`]);
});

test('a stream mapping needs the stream, the table’s key and the dead letters', async () => {
  const table = tableNamed('Events', 'Key')['Events'];
  const streaming = { ...table?.Properties, StreamSpecification: { StreamViewType: 'NEW_IMAGE' } };
  const mapping = (...statements: Record<string, unknown>[]): Resources => ({
    ...keyNamed('Key'),
    Events: { Type: table?.Type ?? '', Properties: streaming },
    Dead: { Type: 'AWS::SQS::Queue' },
    ...functionWith('Projector', ...statements),
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        FunctionName: { Ref: 'Projector' },
        EventSourceArn: { 'Fn::GetAtt': ['Events', 'StreamArn'] },
        StartingPosition: 'TRIM_HORIZON',
        DestinationConfig: { OnFailure: { Destination: arnOf('Dead') } },
      },
    },
  });
  const actions = ['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'];
  expect(await refusalsOf(mapping())).toEqual(
    [...actions, 'kms:Decrypt', 'kms:DescribeKey', 'sqs:SendMessage'].map(
      (it) => `the-projector ${it}: ${NOBODY}`,
    ),
  );
  const all = mapping(
    allow(actions, { 'Fn::GetAtt': ['Events', 'StreamArn'] }),
    allow(['kms:Decrypt', 'kms:DescribeKey'], arnOf('Key')),
    allow('sqs:SendMessage', arnOf('Dead')),
  );
  expect(await refusalsOf(all)).toEqual([]);
});

test('a queue mapping needs to receive, delete and look at its queue', async () => {
  const mapping = (...statements: Record<string, unknown>[]): Resources => ({
    Mail: { Type: 'AWS::SQS::Queue' },
    ...functionWith('Mailer', ...statements),
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { FunctionName: { Ref: 'Mailer' }, EventSourceArn: arnOf('Mail') },
    },
  });
  const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  expect(await refusalsOf(mapping())).toEqual(actions.map((it) => `the-mailer ${it}: ${NOBODY}`));
  expect(await refusalsOf(mapping(allow(actions, arnOf('Mail'))))).toEqual([]);
});

test('tracing needs X-Ray', async () => {
  const resources = functionWith('Staff');
  const traced = { ...resources['Staff']?.Properties, TracingConfig: { Mode: 'Active' } };
  const refusals = await refusalsOf({
    ...resources,
    Staff: { Type: 'AWS::Lambda::Function', Properties: traced },
  });
  expect(refusals).toEqual([
    `the-staff xray:PutTraceSegments: ${NOBODY}`,
    `the-staff xray:PutTelemetryRecords: ${NOBODY}`,
  ]);
});

const roleWith = (properties: Record<string, unknown>): Resources => {
  const resources = functionWith('Staff');
  const role = { ...resources['StaffRole']?.Properties, ...properties };
  return { ...resources, StaffRole: { Type: 'AWS::IAM::Role', Properties: role } };
};
const policy = (statement: Record<string, unknown>) => [
  { PolicyName: 'Own', PolicyDocument: { Statement: statement } },
];

test.each<[string, Resources, string]>([
  [
    'a managed policy nobody knows',
    roleWith({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
    'uses the managed policy arn:aws:iam::aws:policy/AdministratorAccess',
  ],
  [
    'an unknown condition operator',
    roleWith({
      Policies: policy({
        ...allow('sqs:SendMessage', '*'),
        Condition: { IpAddress: { 'aws:PrincipalArn': 'x' } },
      }),
    }),
    'StaffRole/Own#0: the condition operator IpAddress is not known here',
  ],
  [
    'NotPrincipal',
    roleWith({ Policies: policy({ ...allow('sqs:SendMessage', '*'), NotPrincipal: { AWS: '*' } }) }),
    'NotPrincipal in a policy statement cannot be judged here',
  ],
  [
    'a service the local cloud does not have',
    roleWith({ Policies: policy(allow('rekognition:DetectFaces', '*')) }),
    'speaks of rekognition:DetectFaces, but the local cloud has no rekognition',
  ],
  [
    'a role that Lambda may not take on',
    roleWith({ AssumeRolePolicyDocument: { Statement: [] } }),
    'The role of the-staff cannot be taken on by lambda.amazonaws.com',
  ],
])('%s stops the start with a sentence', async (_, resources, sentence) => {
  await expect(localAws(smallAssembly(resources))).rejects.toThrow(sentence);
});

test('a known managed policy counts as what AWS writes in it', async () => {
  const arn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
  expect(await refusalsOf(roleWith({ Policies: [], ManagedPolicyArns: [arn] }))).toEqual([]);
});

test('each function has credentials that name it, and its region', async () => {
  const assembly = smallAssembly(functionWith('Staff'));
  const aws = await localAws(assembly);
  expect(aws.credentials(functionsOf(assembly)[0]?.logicalId ?? '')).toMatchObject({
    AWS_ACCESS_KEY_ID: 'Staff',
    AWS_REGION: 'eu-west-2',
    AWS_ENDPOINT_URL: aws.url,
  });
  expect(() => aws.credentials('Nobody')).toThrow('The assembly has no function Nobody.');
});
