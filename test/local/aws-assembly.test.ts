// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are CloudFormation’s and IAM’s own notation
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { assemble, loadAssembly } from '#infra/local/assembly/assembly.ts';
import { functionsOf } from '#infra/local/assembly/functions.ts';
import { httpApiOf } from '#infra/local/assembly/http-api.ts';
import { keyArnOf, keysOf } from '#infra/local/assembly/keys.ts';
import { rolesOf } from '#infra/local/assembly/policies.ts';
import { queuesOf } from '#infra/local/assembly/queues.ts';
import { schedulesOf } from '#infra/local/assembly/schedules.ts';
import { tablesOf } from '#infra/local/assembly/tables.ts';
import { functionWith, keyNamed, smallAssembly, stackOf, tableNamed } from '../support/small-assembly.ts';

const parameter = (Value: unknown) => ({
  It: { Type: 'AWS::SSM::Parameter', Properties: { Name: 'it', Value } },
});
const resolved = (value: unknown, rest: Parameters<typeof smallAssembly>[1] = {}, more = {}) =>
  smallAssembly({ ...parameter(value), ...more }, rest).resources('AWS::SSM::Parameter')[0]?.properties[
    'Value'
  ];

test.each<[string, unknown, unknown]>([
  ['joins parts', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 'b']] }, 'a-eu-west-2-b'],
  [
    'substitutes pseudo parameters',
    { 'Fn::Sub': 'arn:${AWS::Partition}:x:${AWS::AccountId}' },
    'arn:aws:x:000000000000',
  ],
  [
    'substitutes given variables',
    { 'Fn::Sub': ['${a}/${!b}', { a: { Ref: 'AWS::StackName' } }] },
    'small/${b}',
  ],
  ['substitutes attributes', { 'Fn::Sub': '${Queue.QueueName}' }, 'small-Queue'],
  ['selects from a split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  ['encodes base64', { 'Fn::Base64': 'hello' }, 'aGVsbG8='],
  ['looks into mappings', { 'Fn::FindInMap': ['Sizes', 'eu-west-2', 'zone'] }, 'Z1'],
  ['takes the branch of a true condition', { 'Fn::If': ['InLondon', 'yes', 'no'] }, 'yes'],
  ['takes the other branch', { 'Fn::If': ['Elsewhere', 'yes', 'no'] }, 'no'],
  ['leaves out no-values', { 'Fn::Join': [',', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, 'a,b'],
  ['reads a parameter’s default', { Ref: 'Sender' }, 'portal'],
])('the resolver %s', (_, value, expected) => {
  const rest = {
    Mappings: { Sizes: { 'eu-west-2': { zone: 'Z1' } } },
    Parameters: { Sender: { Default: 'portal' } },
    Conditions: {
      InLondon: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-2'] },
      Elsewhere: { 'Fn::Not': [{ Condition: 'InLondon' }] },
    },
  };
  expect(resolved(value, rest, { Queue: { Type: 'AWS::SQS::Queue' } })).toBe(expected);
});

test('a value another stack exports, or names as an output, is the same here', () => {
  const producer = stackOf('state', tableNamed('Events'), {
    Outputs: {
      Exported: {
        Value: { 'Fn::GetAtt': ['Events', 'StreamArn'] },
        Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Stream' } },
      },
      Plain: { Value: { Ref: 'Events' } },
    },
  });
  const consumer = stackOf('service', {
    ...parameter({ 'Fn::ImportValue': 'state:Stream' }),
    Other: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Value: { 'Fn::GetStackOutput': { StackName: 'state', OutputName: 'Plain' } } },
    },
  });
  const assembly = assemble('/nowhere', { stacks: [producer, consumer], assets: new Map() });
  expect(assembly.resources('AWS::SSM::Parameter').map((it) => it.properties['Value'])).toEqual([
    'arn:aws:dynamodb:eu-west-2:000000000000:table/the-events/stream/local',
    'the-events',
  ]);
});

test('a resource whose condition is false is not there', () => {
  const assembly = smallAssembly(
    { Gone: { Type: 'AWS::SQS::Queue', Condition: 'Never' } as never, Here: { Type: 'AWS::SQS::Queue' } },
    { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } },
  );
  expect(queuesOf(assembly).map((queue) => queue.logicalId)).toEqual(['Here']);
});

test.each<[string, unknown, string]>([
  [
    'an unknown attribute',
    { 'Fn::GetAtt': ['Queue', 'Colour'] },
    'cannot tell attribute Colour of Queue (AWS::SQS::Queue, stack small)',
  ],
  [
    'an unknown type',
    { Ref: 'Fleet' },
    'does not know how AWS names Fleet (AWS::EC2::EC2Fleet, stack small)',
  ],
  ['a reference to nothing', { Ref: 'Nobody' }, 'Stack small refers to Nobody, which it does not declare'],
  [
    'an unknown intrinsic',
    { 'Fn::Cidr': ['a', 1, 2] },
    'It (AWS::SSM::Parameter, stack small) uses Fn::Cidr',
  ],
  ['a dynamic reference', '{{resolve:ssm:/x}}', 'has the dynamic reference {{resolve:ssm:/x}}'],
  ['a parameter without default', { Ref: 'Secret' }, 'Parameter Secret of stack small has no default'],
  ['an import nobody exports', { 'Fn::ImportValue': 'Nothing' }, 'No stack exports Nothing'],
  [
    'a select past the end',
    { 'Fn::Select': [3, ['a']] },
    'It (AWS::SSM::Parameter, stack small) Fn::Select points past',
  ],
])('%s stops with a sentence naming it', (_, value, message) => {
  const more = { Queue: { Type: 'AWS::SQS::Queue' }, Fleet: { Type: 'AWS::EC2::EC2Fleet' } };
  expect(() => resolved(value, { Parameters: { Secret: {} } }, more)).toThrow(message);
});

test('a policy’s Condition is not taken for the intrinsic of that name', () => {
  const Condition = {
    StringEquals: { 'kms:ViaService': { 'Fn::Sub': 'dynamodb.${AWS::Region}.amazonaws.com' } },
  };
  const assembly = smallAssembly(
    functionWith('Staff', { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*', Condition }),
  );
  expect(rolesOf(assembly)[0]?.documents[0]?.document.Statement[1]?.Condition).toEqual({
    StringEquals: { 'kms:ViaService': ['dynamodb.eu-west-2.amazonaws.com'] },
  });
});

test('a table is read with its index, its key and no stream', () => {
  const [table] = tablesOf(smallAssembly({ ...tableNamed('Portal', 'Key'), ...keyNamed('Key') }));
  expect(table).toMatchObject({
    name: 'the-portal',
    partition: { name: 'pk', type: 'S' },
    sort: { name: 'sk', type: 'S' },
    indexes: [{ name: 'slot', partition: { name: 'slot', type: 'S' }, projection: { type: 'KEYS_ONLY' } }],
    streamArn: undefined,
    ttl: undefined,
  });
  expect(table?.kmsKeyArn).toMatch(/^arn:aws:kms:eu-west-2:000000000000:key\/[0-9a-f-]{36}$/);
});

test('a table with a policy of its own stops the start: nobody here would judge it', () => {
  const resources = tableNamed('Portal');
  const portal = resources['Portal'];
  const assembly = smallAssembly({
    Portal: {
      Type: portal?.Type ?? '',
      Properties: { ...portal?.Properties, Replicas: [{ ResourcePolicy: {} }] },
    },
  });
  expect(() => tablesOf(assembly)).toThrow(
    'Portal (AWS::DynamoDB::GlobalTable, stack small) has a Replicas.0.ResourcePolicy',
  );
});

test('ids stay the same from one reading to the next, so that stored data stays theirs', () => {
  const read = () => smallAssembly(keyNamed('Key'));
  expect(keysOf(read())[0]?.id).toBe(keysOf(read())[0]?.id);
  expect(keysOf(read())[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a key is found by id, ARN and alias; a key AWS owns is nobody’s', () => {
  const assembly = smallAssembly({
    ...keyNamed('Key'),
    Alias: {
      Type: 'AWS::KMS::Alias',
      Properties: { AliasName: 'alias/portal', TargetKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
    },
  });
  const [key] = keysOf(assembly);
  expect([key?.id ?? '', key?.arn ?? '', 'alias/portal'].map((name) => keyArnOf(assembly, name))).toEqual([
    key?.arn,
    key?.arn,
    key?.arn,
  ]);
  expect(keyArnOf(assembly, 'alias/aws/dynamodb')).toBeUndefined();
  expect(() => keyArnOf(assembly, 'alias/other')).toThrow(
    'names the key alias/other but declares no such key',
  );
});

test('attached policies of both kinds reach the role; AWS’s own are listed by ARN', () => {
  const document = { Statement: { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' } };
  const assembly = smallAssembly({
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: { Statement: [] },
        ManagedPolicyArns: [{ Ref: 'Shared' }, 'arn:aws:iam::aws:policy/AdministratorAccess'],
      },
    },
    Shared: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document } },
    Attached: {
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: 'x', PolicyDocument: document, Roles: [{ Ref: 'Role' }] },
    },
    Unrelated: {
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: 'y', PolicyDocument: document, Roles: ['other'] },
    },
  });
  const [role] = rolesOf(assembly);
  expect(role?.documents.map((it) => it.source).sort()).toEqual(['Attached', 'Shared']);
  expect(role?.managedPolicyArns).toEqual(['arn:aws:iam::aws:policy/AdministratorAccess']);
});

test('schedules of both services are read alike, and a rule on events is refused by name', () => {
  const assembly = smallAssembly({
    Daily: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'cron(0 7 * * ? *)',
        ScheduleExpressionTimezone: 'Europe/London',
        Target: { Arn: 'arn:f', RoleArn: 'arn:r', Input: '{"kind":"daily"}' },
      },
    },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        ScheduleExpression: 'rate(1 hour)',
        State: 'DISABLED',
        Targets: [{ Id: 't', Arn: 'arn:f' }],
      },
    },
  });
  expect(schedulesOf(assembly)).toMatchObject([
    {
      expression: 'cron(0 7 * * ? *)',
      timezone: 'Europe/London',
      enabled: true,
      roleArn: 'arn:r',
      input: { kind: 'daily' },
    },
    { expression: 'rate(1 hour)', timezone: 'UTC', enabled: false, roleArn: undefined, input: undefined },
  ]);
  const onEvents = smallAssembly({ Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: {} } } });
  expect(() => schedulesOf(onEvents)).toThrow('Rule (stack small) is a rule on events');
});

test('only functions that declare their stage are ours to run', () => {
  const assembly = smallAssembly({
    ...functionWith('Staff'),
    Helper: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { ZipFile: 'x' },
        Handler: 'index.handler',
        Runtime: 'python3.13',
        Role: 'arn:aws:iam::0:role/x',
      },
    },
  });
  expect(functionsOf(assembly).map(({ logicalId, own, code }) => [logicalId, own, code])).toEqual([
    ['Staff', true, '/bundle'],
    ['Helper', false, ''],
  ]);
});

test('an assembly without its one API says how many there are', () => {
  expect(() => httpApiOf(smallAssembly({}))).toThrow(
    'The local cloud runs one HTTP API; the assembly has 0.',
  );
});

test('a directory without an assembly says what to run', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'portal-assembly-'));
  try {
    expect(() => loadAssembly(directory)).toThrow('run npm run build first');
    writeFileSync(path.join(directory, 'manifest.json'), '{"artifacts":');
    expect(() => loadAssembly(directory)).toThrow('does not read as part of a cloud assembly');
  } finally {
    rmSync(directory, { recursive: true });
  }
});
