import { describe, expect, it } from 'vitest';
import { INDEXES } from '#functions/store/keys.ts';
import { RETENTION, type Rule } from '#functions/store/retention.ts';
import { TABLES } from '#functions/store/table.ts';
import { listed, resource, resources, templateTexts } from './assembly.ts';

const tables = resources('AWS::DynamoDB::GlobalTable');
const named = (name: string) => resource('AWS::DynamoDB::GlobalTable', name);
const replica = (name: string) => named(name).properties['Replicas']?.[0];

describe('tables', () => {
  it('are the ones the store names', () => {
    const names = tables.map(({ id }) =>
      id
        .replace(/Table[0-9A-F]{8}$/, '')
        .replace(/Table$/, '')
        .toLowerCase(),
    );
    expect(names.sort()).toEqual([...TABLES].sort());
  });

  it.each(tables.map((table) => [table.id, table] as const))(
    '%s can be recovered, and not be deleted',
    (_, table) => {
      const [only, ...more] = listed(table.properties['Replicas']);
      expect(more).toEqual([]);
      expect(only?.['PointInTimeRecoverySpecification']?.['PointInTimeRecoveryEnabled']).toBe(true);
      expect(only?.['DeletionProtectionEnabled']).toBe(true);
      expect(table.whole['DeletionPolicy']).toBe('Retain');
      expect(table.whole['UpdateReplacePolicy']).toBe('Retain');
    },
  );

  it.each(tables.map((table) => [table.id, table] as const))(
    '%s is on demand, under our own key',
    (_, table) => {
      expect(table.properties['BillingMode']).toBe('PAY_PER_REQUEST');
      expect(table.properties['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
      expect(JSON.stringify(table.properties['Replicas']?.[0]?.['SSESpecification'])).toContain(
        'KeyRingTables',
      );
    },
  );

  it('forget a destroyed key within seven days, and keep the rest recoverable for 35', () => {
    const days = (name: string) =>
      replica(name)?.['PointInTimeRecoverySpecification']?.['RecoveryPeriodInDays'];
    expect(days('KeysTable')).toBe(7);
    expect(days('PortalTable')).toBe(35);
  });

  it('are indexed for listing and sweeping alone, with keys and nothing else', () => {
    const found = tables.flatMap((table) => listed(table.properties['GlobalSecondaryIndexes']));
    const expected = Object.values(INDEXES).map(({ name, partition, sort }) => ({
      IndexName: name,
      KeySchema: [
        { AttributeName: partition, KeyType: 'HASH' },
        { AttributeName: sort, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    }));
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(found).toHaveLength(expected.length);
  });

  it('stream events and nothing else: what is sealed or private has no stream', () => {
    const streaming = tables.filter(({ properties }) => properties['StreamSpecification'] !== undefined);
    expect(streaming.map(({ id }) => id)).toEqual([named('EventsTable').id]);
    expect(streaming[0]?.properties['StreamSpecification']).toEqual({ StreamViewType: 'NEW_IMAGE' });
  });

  it('let whatever ends by itself run out by its ttl, as the rules of retention say', () => {
    const ending = TABLES.filter((table) =>
      Object.values<Rule>(RETENTION[table]).some(({ ttl }) => ttl !== 'never'),
    );
    expect(ending).toEqual(expect.arrayContaining(['sessions', 'portal', 'events', 'audit']));
    for (const table of ending) {
      const name = `${table.charAt(0).toUpperCase()}${table.slice(1)}Table`;
      const ttl = named(name).properties['TimeToLiveSpecification'];
      expect(ttl, table).toEqual({ AttributeName: 'ttl', Enabled: true });
    }
  });
});

describe('keys', () => {
  it('are four, each for one purpose, and outlive the stack', () => {
    const keys = resources('AWS::KMS::Key').map(({ properties, whole }) => ({
      usage: properties['KeyUsage'] ?? 'ENCRYPT_DECRYPT',
      spec: properties['KeySpec'] ?? 'SYMMETRIC_DEFAULT',
      rotates: String(properties['EnableKeyRotation']) === 'true',
      kept: whole['DeletionPolicy'],
    }));
    expect(keys).toEqual([
      { usage: 'ENCRYPT_DECRYPT', spec: 'SYMMETRIC_DEFAULT', rotates: true, kept: 'Retain' },
      { usage: 'ENCRYPT_DECRYPT', spec: 'SYMMETRIC_DEFAULT', rotates: true, kept: 'Retain' },
      { usage: 'GENERATE_VERIFY_MAC', spec: 'HMAC_256', rotates: false, kept: 'Retain' },
      { usage: 'SIGN_VERIFY', spec: 'ECC_NIST_P256', rotates: false, kept: 'Retain' },
    ]);
  });
});

describe('sign-in', () => {
  const pool = resource('AWS::Cognito::UserPool').properties;
  const client = resource('AWS::Cognito::UserPoolClient').properties;

  it('needs no password: an emailed code or a passkey does', () => {
    expect(pool['Policies']?.['SignInPolicy']?.['AllowedFirstAuthFactors']).toEqual(
      expect.arrayContaining(['EMAIL_OTP', 'WEB_AUTHN']),
    );
    expect(pool['UserPoolTier']).toBe('ESSENTIALS');
    // Decision 15: a pool cannot give one user both this and a second factor of its own.
    expect(pool['MfaConfiguration']).toBe('OFF');
  });

  it('cannot be deleted, and says nothing of who is registered', () => {
    expect(pool['DeletionProtection']).toBe('ACTIVE');
    expect(resource('AWS::Cognito::UserPool').whole['DeletionPolicy']).toBe('Retain');
    expect(client['PreventUserExistenceErrors']).toBe('ENABLED');
  });

  it('gives a code to our own callback alone, with no secret and no implicit flow', () => {
    expect(client['GenerateSecret']).toBe(false);
    expect(client['AllowedOAuthFlows']).toEqual(['code']);
    expect(client['CallbackURLs']).toEqual(['https://portal.example.org/auth/callback']);
  });
});

describe('the assembly', () => {
  it('has nothing in it that belongs to a laptop', () => {
    for (const [stack, text] of templateTexts()) {
      expect(text, stack).not.toMatch(
        /localhost|127\.0\.0\.1|\[::1\]|_local\b|dynoxide|demo\.example|:4600/i,
      );
    }
  });

  it('keeps state in a stack of its own, which a release of the service cannot touch', () => {
    const state = resources('AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key', 'AWS::Cognito::UserPool');
    expect([...new Set(state.map(({ stack }) => stack))]).toEqual(['State']);
  });
});
