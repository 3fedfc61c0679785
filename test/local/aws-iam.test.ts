// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are CloudFormation’s and IAM’s own notation
import { describe, expect, test } from 'vitest';
import { PolicyDocument } from '#infra/local/assembly/policy-document.ts';
import type { RequestContext } from '#infra/local/aws/access.ts';
import { evaluate, evaluateWithResource } from '#infra/local/aws/iam/evaluate.ts';
import { readStatements } from '#infra/local/aws/iam/statement.ts';

const TABLE = 'arn:aws:dynamodb:eu-west-2:000000000000:table/portal';
const ROLE = 'arn:aws:iam::000000000000:role/staff';

const statements = (...written: unknown[]) =>
  readStatements('Policy', PolicyDocument_({ Statement: written }));
const PolicyDocument_ = (value: unknown) => {
  const read = PolicyDocument.safeParse(value);
  if (!read.success) throw new Error(read.error.issues[0]?.message);
  return read.data;
};
const allow = (rest: Record<string, unknown> = {}) => ({
  Effect: 'Allow',
  Action: 'dynamodb:GetItem',
  Resource: TABLE,
  ...rest,
});
const question = (context: RequestContext = {}, action = 'dynamodb:GetItem', resource = TABLE) => ({
  action,
  resource,
  principal: ROLE,
  context: Object.fromEntries(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value])),
});
const allowed = (written: unknown[], asked = question()) => evaluate(statements(...written), asked).allowed;

describe('statements', () => {
  test('nothing is allowed that no statement allows', () => {
    expect(evaluate([], question())).toEqual({
      allowed: false,
      denied: false,
      reason: 'no statement of its role allows it',
    });
    expect(allowed([allow({ Action: 'dynamodb:PutItem' })])).toBe(false);
    expect(allowed([allow({ Resource: `${TABLE}2` })])).toBe(false);
  });

  test('a Deny wins over every Allow, in either order, and is named', () => {
    const deny = { Sid: 'Never', Effect: 'Deny', Action: 'dynamodb:*', Resource: '*' };
    expect(allowed([allow(), deny])).toBe(false);
    expect(evaluate(statements(deny, allow()), question())).toMatchObject({
      denied: true,
      reason: 'Policy#Never denies it',
    });
  });

  test.each<[string, Record<string, unknown>, boolean]>([
    ['NotAction leaves out what it names', { Action: undefined, NotAction: 'dynamodb:Get*' }, false],
    ['NotAction covers the rest', { Action: undefined, NotAction: 'dynamodb:Put*' }, true],
    ['NotResource leaves out what it names', { Resource: undefined, NotResource: TABLE }, false],
    ['NotResource covers the rest', { Resource: undefined, NotResource: `${TABLE}2` }, true],
  ])('%s', (_, rest, expected) => {
    expect(allowed([JSON.parse(JSON.stringify(allow(rest)))])).toBe(expected);
  });

  test.each<[string, unknown]>([
    ['an unknown operator', allow({ Condition: { StringSounds: { 'aws:PrincipalArn': 'x' } } })],
    ['an unknown key', allow({ Condition: { StringEquals: { 'aws:Weather': 'fine' } } })],
    [
      'a many-valued key without a set operator',
      allow({ Condition: { StringLike: { 'dynamodb:LeadingKeys': 'a' } } }),
    ],
    ['an escaped wildcard', allow({ Condition: { StringLike: { 'aws:PrincipalArn': '${*}' } } })],
    ['no Resource', { Effect: 'Allow', Action: 'x:y' }],
    ['no Action', { Effect: 'Allow', Resource: '*' }],
  ])('%s stops the start, naming the statement', (_, written) => {
    expect(() => statements(written)).toThrow(
      /^The local cloud cannot judge the policy statement Policy#0: /,
    );
  });

  test('NotPrincipal and unknown elements are refused as such', () => {
    expect(() => statements({ ...allow(), NotPrincipal: { AWS: '*' } })).toThrow('NotPrincipal');
  });
});

describe('conditions', () => {
  const via = 'dynamodb.eu-west-2.amazonaws.com';
  const cases: [string, Record<string, unknown>, RequestContext, boolean][] = [
    ['equal', { StringEquals: { 'kms:ViaService': via } }, { 'kms:ViaService': via }, true],
    [
      'equal to one of several',
      { StringEquals: { 'kms:ViaService': ['x', via] } },
      { 'kms:ViaService': via },
      true,
    ],
    ['different', { StringEquals: { 'kms:ViaService': via } }, { 'kms:ViaService': 'sqs' }, false],
    ['missing fails what wants a value', { StringEquals: { 'kms:ViaService': via } }, {}, false],
    ['missing passes IfExists', { StringEqualsIfExists: { 'kms:ViaService': via } }, {}, true],
    [
      'present is judged despite IfExists',
      { StringEqualsIfExists: { 'kms:ViaService': via } },
      { 'kms:ViaService': 'x' },
      false,
    ],
    ['missing passes what forbids a value', { StringNotEquals: { 'kms:ViaService': via } }, {}, true],
    [
      'not any of several',
      { StringNotEquals: { 'kms:ViaService': ['a', via] } },
      { 'kms:ViaService': via },
      false,
    ],
    ['key names ignore case', { StringEquals: { 'KMS:viaservice': via } }, { 'kms:ViaService': via }, true],
    ['values keep case', { StringEquals: { 'ses:FromAddress': 'A@b' } }, { 'ses:FromAddress': 'a@b' }, false],
    [
      'values may ignore case',
      { StringEqualsIgnoreCase: { 'ses:FromAddress': 'A@b' } },
      { 'ses:FromAddress': 'a@b' },
      true,
    ],
    [
      'like',
      { StringLike: { 'ses:FromAddress': '*@demo.example' } },
      { 'ses:FromAddress': 'a@demo.example' },
      true,
    ],
    [
      'not like',
      { StringNotLike: { 'ses:FromAddress': '*@demo.example' } },
      { 'ses:FromAddress': 'a@demo.example' },
      false,
    ],
    ['Bool', { Bool: { 'aws:SecureTransport': true } }, { 'aws:SecureTransport': 'true' }, true],
    ['Bool false', { Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': 'true' }, false],
    ['Null true: absent', { Null: { 'kms:ViaService': 'true' } }, {}, true],
    ['Null true: present', { Null: { 'kms:ViaService': 'true' } }, { 'kms:ViaService': via }, false],
    ['Null false: present', { Null: { 'kms:ViaService': 'false' } }, { 'kms:ViaService': via }, true],
    [
      'ArnLike',
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/staff' } },
      { 'aws:PrincipalArn': ROLE },
      true,
    ],
    ['ArnNotEquals', { ArnNotEquals: { 'aws:PrincipalArn': ROLE } }, { 'aws:PrincipalArn': ROLE }, false],
    ['number', { NumericLessThan: { 'aws:EpochTime': 10 } }, { 'aws:EpochTime': '9' }, true],
    [
      'number as number, not text',
      { NumericLessThan: { 'aws:EpochTime': '10' } },
      { 'aws:EpochTime': '9' },
      true,
    ],
    [
      'date',
      { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      { 'aws:CurrentTime': '2026-11-23T09:00:00Z' },
      true,
    ],
    [
      'two operators both',
      { StringEquals: { 'kms:ViaService': via }, Bool: { 'aws:SecureTransport': 'false' } },
      { 'kms:ViaService': via, 'aws:SecureTransport': 'true' },
      false,
    ],
    [
      'two keys both',
      { StringEquals: { 'kms:ViaService': via, 'kms:KeySpec': 'HMAC_256' } },
      { 'kms:ViaService': via },
      false,
    ],
    [
      'a variable filled in',
      { StringEquals: { 'kms:EncryptionContext:area': '${aws:PrincipalTag/area}' } },
      { 'kms:EncryptionContext:area': 'm', 'aws:PrincipalTag/area': 'm' },
      true,
    ],
    [
      'a variable nobody set',
      { StringEquals: { 'kms:EncryptionContext:area': '${aws:PrincipalTag/area}' } },
      { 'kms:EncryptionContext:area': 'm' },
      false,
    ],
    [
      'any value',
      { 'ForAnyValue:StringLike': { 'ses:Recipients': '*@demo.example' } },
      { 'ses:Recipients': ['a@x', 'b@demo.example'] },
      true,
    ],
    ['any value, none there', { 'ForAnyValue:StringLike': { 'ses:Recipients': '*' } }, {}, false],
    [
      'all values',
      { 'ForAllValues:StringLike': { 'ses:Recipients': '*@demo.example' } },
      { 'ses:Recipients': ['a@x', 'b@demo.example'] },
      false,
    ],
  ];
  test.each(cases)('%s', (_, Condition, context, expected) => {
    expect(allowed([allow({ Condition })], question(context))).toBe(expected);
  });
});

describe('leading keys', () => {
  const own = (pattern: string, guard = true) =>
    allow({
      Condition: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': pattern },
        ...(guard && { Null: { 'dynamodb:LeadingKeys': 'false' } }),
      },
    });
  const keys = (...values: string[]) =>
    question(values.length === 0 ? {} : { 'dynamodb:LeadingKeys': values });

  test('own keys pass, another tenant’s do not, nor a mix of both', () => {
    expect(allowed([own('a#*')], keys('a#1', 'a#2'))).toBe(true);
    expect(allowed([own('a#*')], keys('b#1'))).toBe(false);
    expect(allowed([own('a#*')], keys('a#1', 'b#1'))).toBe(false);
  });

  test('without a Null guard a request that has no key at all gets through, as on AWS', () => {
    expect(allowed([own('a#*', false)], keys())).toBe(true);
    expect(allowed([own('a#*')], keys())).toBe(false);
  });

  test('without its terminator a tenant’s name also fits a longer name, as on AWS', () => {
    expect(allowed([own('a*')], keys('ab#1'))).toBe(true);
    expect(allowed([own('a#*')], keys('ab#1'))).toBe(false);
  });

  test('a tag nobody gave the caller opens nothing', () => {
    expect(allowed([own('${aws:PrincipalTag/area}#*')], keys('#1'))).toBe(false);
  });
});

describe('a resource with its own policy', () => {
  const ROOT = { AWS: 'arn:aws:iam::000000000000:root' };
  const on = (delegates: boolean, ...written: unknown[]) => ({
    statements: statements(
      ...written.map((it) => ({ Action: 'dynamodb:*', Resource: '*', Effect: 'Allow', ...Object(it) })),
    ),
    account: '000000000000',
    delegates,
  });
  const cases: [string, unknown[], ReturnType<typeof on>, boolean][] = [
    [
      'a key that leaves it to the account: the role decides yes',
      [allow()],
      on(true, { Principal: ROOT }),
      true,
    ],
    ['a key that leaves it to the account: the role decides no', [], on(true, { Principal: ROOT }), false],
    ['a key that names the role needs nothing of the role', [], on(true, { Principal: { AWS: ROLE } }), true],
    [
      'a key that neither names the role nor the account',
      [allow()],
      on(true, { Principal: { AWS: `${ROLE}-other` } }),
      false,
    ],
    [
      'a key that denies',
      [allow()],
      on(true, { Principal: ROOT }, { Effect: 'Deny', Principal: '*' }),
      false,
    ],
    ['a queue whose policy says nothing: the role decides', [allow()], on(false), true],
    ['a queue whose policy names the role', [], on(false, { Principal: { AWS: [ROLE] } }), true],
    ['a queue that denies', [allow()], on(false, { Effect: 'Deny', Principal: { AWS: '*' } }), false],
    ['a role that denies itself', [allow(), allow({ Effect: 'Deny' })], on(false, { Principal: '*' }), false],
    ['a service is not a role', [], on(false, { Principal: { Service: 'sqs.amazonaws.com' } }), false],
    ['an account number means its root', [allow()], on(true, { Principal: { AWS: '000000000000' } }), true],
  ];
  test.each(cases)('%s', (_, role, resource, expected) => {
    expect(evaluateWithResource(statements(...role), resource, question()).allowed).toBe(expected);
  });
});
