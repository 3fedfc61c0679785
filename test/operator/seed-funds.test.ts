import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { isVerified } from '#functions/domain/grant/in-time.ts';
import { grantsOf } from '#infra/operator/seed/grants.ts';
import { AreaId } from '#shared/model/area.ts';
import { AppliesWhen, Exclusion, GrantDocument, Rule } from '#shared/model/grant.ts';
import { SEED_DAY } from '#test/support/seeded.ts';

const NOW = `${SEED_DAY}T09:00:00.000Z`;
const funds = grantsOf(AreaId.parse('manchester'), NOW);
const criteria = funds.flatMap(({ criteria: all }) => all);
const plain = criteria.flatMap(({ rule }) => (rule.kind === 'any_of' ? [rule, ...rule.rules] : [rule]));
/** Every shape of rule there is, by the words of its schema. */
const KINDS = [...JSON.stringify(z.toJSONSchema(Rule)).matchAll(/"kind":\{[^}]*"const":"(\w+)"/g)].map(
  ([, kind = '']) => kind,
);
const each = <T>(values: readonly T[]) => new Set(values);

describe('the invented funds of one area', () => {
  it('are 25 or more, with every shape of rule, paper, exclusion and condition among them', () => {
    expect(funds.length).toBeGreaterThanOrEqual(25);
    expect(each(plain.map(({ kind }) => kind as string))).toEqual(each(KINDS));
    expect(KINDS.length).toBeGreaterThan(15);
    expect(each(plain.flatMap((rule) => (rule.kind === 'document' ? [rule.document] : [])))).toEqual(
      each(GrantDocument.options),
    );
    expect(each(plain.flatMap((rule) => (rule.kind === 'not_for' ? [rule.exclusion] : [])))).toEqual(
      each(Exclusion.options),
    );
    expect(each(criteria.flatMap(({ appliesWhen }) => appliesWhen ?? []))).toEqual(each(AppliesWhen.options));
  });

  it('have the kinds of those shapes that are told apart', () => {
    const has = (kind: string, what: (rule: (typeof plain)[number]) => boolean) =>
      plain.some((rule) => rule.kind === kind && what(rule));
    const incomes = plain.flatMap((rule) => (rule.kind === 'income_at_most' ? [rule] : []));
    expect(each(incomes.map(({ under }) => under)).size).toBe(2);
    expect(each(incomes.map(({ average }) => average)).size).toBe(2);
    expect(has('account', (rule) => rule.kind === 'account' && rule.hostAccepted)).toBe(true);
    expect(has('account', (rule) => rule.kind === 'account' && !rule.hostAccepted)).toBe(true);
    expect(has('running_for', (rule) => rule.kind === 'running_for' && rule.startUpsWithHelp)).toBe(true);
    expect(has('document', (rule) => rule.kind === 'document' && rule.reviewedWithinMonths !== null)).toBe(
      true,
    );
    expect(each(criteria.map(({ necessity }) => necessity)).size).toBe(2);
    expect(each(criteria.map(({ fixable }) => fixable)).has('yes')).toBe(true);
    expect(funds.some(({ rounds }) => rounds.length > 0)).toBe(true);
    expect(funds.some(({ closesAt, rounds }) => closesAt === null && rounds.length === 0)).toBe(true);
    expect(funds.some(({ applyAtLeastWeeksBefore: weeks }) => weeks !== null)).toBe(true);
    expect(funds.some((fund) => !isVerified(fund, NOW))).toBe(true);
  });
});
