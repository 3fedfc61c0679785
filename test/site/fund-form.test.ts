import { describe, expect, it } from 'vitest';
import { matchOf } from '#functions/domain/grant/match.ts';
import { askingOf } from '#functions/http/grants-found.ts';
import { grantsOf } from '#infra/operator/seed/grants.ts';
import { AreaId } from '#shared/model/area.ts';
import { Grant, GrantWritten } from '#shared/model/grant.ts';
import { NO_ANSWERS } from '#shared/model/grant-answers.ts';
import { valuesOf } from '../../site/src/islands/grants-admin/fund-values.ts';
import { BLANK, readFund, writtenOf } from '../../site/src/islands/grants-admin/read-fund.ts';

const NOW = '2026-06-15T09:00:00.000Z';
const councils = [{ code: 'E08000003', name: 'Manchester' }];
const around = { councils, labelOf: (_: string, value: string) => value };
const funds = grantsOf(AreaId.parse('manchester'), NOW);
const [some] = funds;

/** The form with these fields in it. */
function filled(fields: Readonly<Record<string, string | readonly string[] | undefined>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value ?? []].flat()) data.append(name, one);
  return data;
}

const written = (fields: Parameters<typeof filled>[0], before = BLANK) =>
  GrantWritten.parse(readFund(filled({ status: 'published', ...fields }), before, around));

const PLAIN = {
  title: 'Umbrella Stand Fund',
  funderName: 'The Porch Trust',
  sourceUrl: 'https://porch-trust.example/umbrellas',
  summary: 'Keeps people dry.',
};

describe('the form of a fund', () => {
  it('makes rules of what it pays and how much, so that another bid is told what would fit', () => {
    const fund = written({
      ...PLAIN,
      fundingTypes: ['equipment'],
      'amount-min': '100',
      'amount-max': '£1,000',
    });
    expect(fund.criteria.map(({ rule }) => rule)).toEqual([
      { kind: 'pays_for', oneOf: ['equipment'] },
      { kind: 'amount', min: 100, max: 1000 },
    ]);
    if (some === undefined) throw new Error('The seed has no fund');
    const asked = (purpose: 'core' | 'equipment', amount: 'to_1000' | 'more') =>
      matchOf(Grant.parse({ ...some, ...fund }), askingOf({ ...NO_ANSWERS, purpose, amount }, { now: NOW }));
    expect(asked('equipment', 'to_1000').verdict).toBe('fits');
    const other = asked('core', 'more');
    expect(other.verdict).toBe('nearly');
    expect(other.reasons.map(({ fix }) => fix)).toEqual(['purpose', 'amount']);
  });

  it('takes a fund that pays for something else besides for one that may pay for anything', () => {
    expect(written({ ...PLAIN, fundingTypes: ['equipment', 'other'] }).criteria).toEqual([]);
  });

  it('gives each fund back with every rule it had, when nothing is changed', () => {
    for (const fund of funds) {
      const before = writtenOf(fund);
      const after = written(valuesOf(before), before);
      for (const rule of before.criteria) expect(after.criteria, fund.title).toContainEqual(rule);
      const ids = after.criteria.map(({ id }) => id);
      expect(new Set(ids).size, fund.title).toBe(ids.length);
      expect(written(valuesOf(after), after), fund.title).toEqual(after);
    }
  });

  it('takes a rule away that is no longer ticked, and leaves those it cannot say', () => {
    for (const fund of funds) {
      const before = writtenOf(fund);
      const after = written({ ...valuesOf(before), committee: undefined }, before);
      expect(after.criteria.filter(({ rule }) => rule.kind === 'committee' && rule.people === 3)).toEqual([]);
    }
  });
});
