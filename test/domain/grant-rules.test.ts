import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facts, factsOf, NOTHING_KNOWN } from '#functions/domain/grant/facts.ts';
import { judgeConditional, judgeRule, monthsBefore } from '#functions/domain/grant/judge-rule.ts';
import { allOf, anyOf, type Three } from '#functions/domain/grant/three-valued.ts';
import { Exclusion, type Rule } from '#shared/model/grant.ts';
import { GrantAnswers, NO_ANSWERS } from '#shared/model/grant-answers.ts';
import { TODAY } from '#test/support/grant-builder.ts';

const FUNDER = 'The Invented Trust';
const nothing = factsOf(NO_ANSWERS, TODAY);
const judged = (rule: Rule, facts: Partial<Facts> = {}): Three =>
  judgeRule(rule, { facts: { ...nothing, ...facts }, funder: FUNDER, today: TODAY });
const three = fc.constantFrom<Three>('pass', 'fail', 'unknown');

describe('three values', () => {
  it('keep Kleene’s laws: order and repeats change nothing, and not-both is either-not', () => {
    const not = (one: Three): Three => (one === 'unknown' ? one : one === 'pass' ? 'fail' : 'pass');
    fc.assert(
      fc.property(fc.array(three, { minLength: 1 }), (parts) => {
        expect(allOf(parts.toReversed())).toBe(allOf(parts));
        expect(allOf([...parts, ...parts])).toBe(allOf(parts));
        expect(not(allOf(parts))).toBe(anyOf(parts.map(not)));
      }),
    );
  });

  it('never turn a sure answer over when something unknown becomes known', () => {
    fc.assert(
      fc.property(
        fc.array(three, { minLength: 1 }),
        fc.nat(),
        fc.constantFrom<Three>('pass', 'fail'),
        (parts, at, told) => {
          const index = at % parts.length;
          fc.pre(parts[index] === 'unknown');
          for (const combine of [allOf, anyOf]) {
            const before = combine(parts);
            if (before !== 'unknown') expect(combine(parts.with(index, told))).toBe(before);
          }
        },
      ),
    );
  });
});

const RULES: readonly Rule[] = [
  { kind: 'legal_form', oneOf: ['charity'] },
  { kind: 'income_at_most', pounds: 25_000, under: false, average: 'last_year' },
  { kind: 'income_at_least', pounds: 1000 },
  { kind: 'running_for', months: 12, startUpsWithHelp: false },
  { kind: 'committee', people: 3 },
  { kind: 'account', signatories: 2, hostAccepted: true },
  { kind: 'document', document: 'safeguarding', reviewedWithinMonths: 12 },
  { kind: 'council', codes: ['E08000003'] },
  { kind: 'ward', codes: ['E05011376'] },
  { kind: 'theme', oneOf: ['company'] },
  { kind: 'pays_for', oneOf: ['equipment'] },
  { kind: 'amount', min: 300, max: 3000 },
  { kind: 'share_of_income', percent: 10 },
  { kind: 'one_at_a_time' },
  { kind: 'gap_after_award', months: 24 },
  { kind: 'gap_after_refusal', months: 12 },
  { kind: 'most_in_period', pounds: 20_000, months: 12 },
  { kind: 'not_for', exclusion: 'party_politics' },
];
describe('a rule about something nobody has said', () => {
  it.each(RULES.map((rule) => [rule.kind, rule] as const))('is unknown, never no: %s', (_, rule) => {
    expect(judged(rule)).toBe('unknown');
  });
});

describe('rules on their edges', () => {
  const limit = (under: boolean): Rule => ({
    kind: 'income_at_most',
    pounds: 25_000,
    under,
    average: 'last_year',
  });
  it('allows an income exactly on the limit unless the rule says under', () => {
    const income = { from: 25_000, to: 25_000 };
    expect(judged(limit(false), { income })).toBe('pass');
    expect(judged(limit(true), { income })).toBe('fail');
  });

  it('looks at the average of three years where the rule does, not at last year', () => {
    const rule: Rule = { kind: 'income_at_most', pounds: 25_000, under: false, average: 'three_years' };
    const income = { from: 40_000, to: 40_000 };
    expect(judged(rule, { income })).toBe('unknown');
    expect(judged(rule, { income, averageIncome: { from: 20_000, to: 20_000 } })).toBe('pass');
  });

  it('lets a group younger than the minimum in where start-ups with help may come', () => {
    const young = { running: { from: 0, to: 5 } };
    const rule = (startUpsWithHelp: boolean): Rule => ({ kind: 'running_for', months: 12, startUpsWithHelp });
    expect(judged(rule(false), { ...young, helped: true })).toBe('fail');
    expect(judged(rule(true), { ...young, helped: true })).toBe('pass');
    expect(judged(rule(true), { ...young, helped: false })).toBe('fail');
  });

  it('takes a host in place of an account only where the fund does', () => {
    const rule = (hostAccepted: boolean): Rule => ({ kind: 'account', signatories: 2, hostAccepted });
    expect(judged(rule(true), { signatories: 0, host: true })).toBe('pass');
    expect(judged(rule(true), { signatories: 0 })).toBe('unknown');
    expect(judged(rule(false), { signatories: 0, host: true })).toBe('fail');
  });

  it('counts two directors who are a couple as fewer than two unrelated', () => {
    const { unrelated } = factsOf(GrantAnswers.parse({ committee: 'fewer' }), TODAY);
    expect(judged({ kind: 'committee', people: 2 }, { unrelated })).toBe('fail');
  });

  it('wants no live award from the same funder, and minds no other funder’s', () => {
    const award = { funder: FUNDER, on: '2025-01-01', pounds: 500, live: true };
    expect(judged({ kind: 'one_at_a_time' }, { awards: [award] })).toBe('fail');
    expect(judged({ kind: 'one_at_a_time' }, { awards: [{ ...award, funder: 'Another' }] })).toBe('pass');
    expect(judged({ kind: 'one_at_a_time' }, { awards: [{ ...award, live: false }] })).toBe('pass');
  });

  it.each([
    ['2025-07-15', 'fail'],
    ['2025-06-15', 'pass'],
    ['2025-05-15', 'pass'],
  ] as const)('a refusal on %s with twelve months to wait: %s', (on, verdict) => {
    expect(judged({ kind: 'gap_after_refusal', months: 12 }, { refusals: [{ funder: FUNDER, on }] })).toBe(
      verdict,
    );
  });

  it('subtracts what was already given from the most in a rolling year', () => {
    const rule: Rule = { kind: 'most_in_period', pounds: 20_000, months: 12 };
    const awards = [
      { funder: FUNDER, on: '2026-01-10', pounds: 15_000, live: false },
      { funder: FUNDER, on: '2025-01-10', pounds: 9000, live: false },
    ];
    expect(judged(rule, { awards, amount: { from: 3001, to: 5000 } })).toBe('pass');
    expect(judged(rule, { awards, amount: { from: 5001, to: 10_000 } })).toBe('fail');
  });

  it('refuses more than a share of the income', () => {
    const rule: Rule = { kind: 'share_of_income', percent: 10 };
    const income = { from: 1001, to: 10_000 };
    expect(judged(rule, { income, amount: { from: 1001, to: 3000 } })).toBe('fail');
    expect(judged(rule, { income, amount: { from: 1, to: 100 } })).toBe('pass');
    expect(judged(rule, { income, amount: { from: 501, to: 1000 } })).toBe('unknown');
  });

  it('knows a ward by its code, and a place without one not at all', () => {
    const rule: Rule = { kind: 'ward', codes: ['E05011376'] };
    expect(judged(rule, { wards: ['E05011376'] })).toBe('pass');
    expect(judged(rule, { wards: ['E05011377'] })).toBe('fail');
    expect(judged(rule, { wards: [] })).toBe('unknown');
  });

  it('wants a policy reviewed lately, by the calendar', () => {
    const rule: Rule = { kind: 'document', document: 'safeguarding', reviewedWithinMonths: 12 };
    const policy = (reviewedOn: string) => ({
      documents: { ...nothing.documents, safeguarding: { held: true, reviewedOn } },
    });
    expect(judged(rule, policy('2025-06-15'))).toBe('pass');
    expect(judged(rule, policy('2025-06-14'))).toBe('fail');
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
  });

  it('refuses money already spent', () => {
    const rule: Rule = { kind: 'not_for', exclusion: 'already_spent' };
    expect(judged(rule, { ruledOut: { ...nothing.ruledOut, already_spent: true } })).toBe('fail');
    expect(
      judged(rule, { ruledOut: factsOf(GrantAnswers.parse({ none_apply: 'yes' }), TODAY).ruledOut }),
    ).toBe('pass');
  });

  it('passes one of several ways: a charity, or hosted by one', () => {
    const rule: Rule = {
      kind: 'any_of',
      rules: [
        { kind: 'legal_form', oneOf: ['charity'] },
        { kind: 'account', signatories: 2, hostAccepted: true },
      ],
    };
    expect(judged(rule, { form: 'cic', signatories: 2 })).toBe('pass');
    expect(judged(rule, { form: 'cic' })).toBe('unknown');
    expect(judged(rule, { form: 'cic', signatories: 0, host: false })).toBe('fail');
  });
});

describe('a conditional criterion', () => {
  const rule: Rule = { kind: 'document', document: 'plan', reviewedWithinMonths: null };
  const noPlan = { ...nothing.documents, plan: { held: false, reviewedOn: null } };
  const conditional = (facts: Partial<Facts>) =>
    judgeConditional('social_enterprise', rule, {
      facts: { ...nothing, ...facts },
      funder: FUNDER,
      today: TODAY,
    });
  it('is set aside, not passed, for a group it is not about', () => {
    expect(conditional({ form: 'charity', documents: noPlan })).toBe('not_applicable');
    expect(conditional({ form: 'cic', documents: noPlan })).toBe('fail');
  });
  it('fails nobody while it is not known whether it counts', () => {
    expect(conditional({ documents: noPlan })).toBe('unknown');
  });
});

it('asks of every exclusion', () => {
  expect(Object.keys(nothing.ruledOut).sort()).toEqual([...Exclusion.options].sort());
});
it('uses a safeguarding answer only where the group gave leave', () => {
  const known = { ...NOTHING_KNOWN, safeguardingConfirmedOn: '2026-01-01' };
  expect(factsOf(NO_ANSWERS, TODAY, known).documents.safeguarding).toEqual({
    held: true,
    reviewedOn: '2026-01-01',
  });
  expect(factsOf(NO_ANSWERS, TODAY).documents.safeguarding).toBeNull();
});
