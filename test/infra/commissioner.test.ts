import { describe, expect, it } from 'vitest';
import { PATHS } from '#infra/build/paths.ts';
import { loadAssembly } from '#infra/local/assembly/assembly.ts';
import { functionsOf } from '#infra/local/assembly/functions.ts';
import { tablesOf } from '#infra/local/assembly/tables.ts';
import { createAuthority } from '#infra/local/aws/iam/authority.ts';
import { statementsOf } from './assembly.ts';

const assembly = loadAssembly(PATHS.assembly);
const authority = createAuthority({ assembly, clock: () => new Date(0) });
const caller = functionsOf(assembly).find(({ name }) => name.endsWith('-commissioner'))?.logicalId ?? '';
const tables = tablesOf(assembly);
const arnOf = (table: string): string => {
  const found = tables.find(({ name }) => name.toLowerCase().includes(table));
  if (found === undefined)
    throw new Error(`No table ${table} among ${tables.map(({ name }) => name).join()}`);
  return found.arn;
};
const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'ConditionCheckItem'] as const;
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem'] as const;
/** Whether the commissioner's function may do this to items under a partition key, by its own policy. */
const may = (action: string, resource: string, ...partitions: string[]): boolean => {
  const asked = { caller, action: `dynamodb:${action}`, resource };
  const context = { 'dynamodb:LeadingKeys': partitions };
  return authority.authorize(partitions.length === 0 ? asked : { ...asked, context }) === undefined;
};

describe('the function a commissioner’s requests reach', () => {
  it('reads what may be shown, and what there is', () => {
    expect(may('Query', arnOf('insight'), 'manchester#snapshot#')).toBe(true);
    expect(may('Query', arnOf('insight'), 'manchester#supply#')).toBe(true);
    expect(may('GetItem', arnOf('sessions'), 'session#some-hash')).toBe(true);
  });

  it('reads no raw evidence: not beside what may be shown, not without naming a key, not one by one', () => {
    const raw = 'manchester#evidence#2026-10#';
    for (const action of READS) expect(may(action, arnOf('insight'), raw), action).toBe(false);
    expect(may('BatchGetItem', arnOf('insight'), 'manchester#snapshot#', raw)).toBe(false);
    expect(may('Query', arnOf('insight'))).toBe(false);
  });

  it.each(['portal', 'people', 'keys', 'audit', 'directory'])('reaches nothing of %s', (table) => {
    for (const action of [...READS, ...WRITES])
      expect(may(action, arnOf(table), 'manchester#referral#x#'), action).toBe(false);
  });

  it('reaches no index of any table, and reads no event', () => {
    for (const { arn } of tables)
      for (const index of ['caseload', 'inbox', 'slot'])
        expect(may('Query', `${arn}/index/${index}`, 'manchester#scheme#x#')).toBe(false);
    for (const action of READS) expect(may(action, arnOf('events'), 'referral#x'), action).toBe(false);
  });

  it('writes no event of a referral, and no session but to keep it alive', () => {
    expect(may('PutItem', arnOf('events'), 'referral#x')).toBe(false);
    expect(may('PutItem', arnOf('events'), 'done#x')).toBe(false);
    expect(may('UpdateItem', arnOf('sessions'), 'session#some-hash')).toBe(true);
    expect(may('UpdateItem', arnOf('sessions'), 'rate#sign_in#x')).toBe(false);
    expect(may('GetItem', arnOf('sessions'), 'link#some-hash')).toBe(false);
    for (const action of WRITES) expect(may(action, arnOf('insight'), 'manchester#snapshot#')).toBe(false);
  });

  it('holds no key but that of the tables, through DynamoDB', () => {
    const keys = statementsOf('commissioner').filter(({ actions }) =>
      actions.some((one) => one.startsWith('kms:')),
    );
    expect(keys.length).toBeGreaterThan(0);
    for (const { resources, condition } of keys) {
      expect(resources.every((one) => one.includes('KeyRingTables'))).toBe(true);
      expect(condition?.['StringEquals']?.['kms:ViaService']).toBe('dynamodb.eu-west-2.amazonaws.com');
    }
  });
});
