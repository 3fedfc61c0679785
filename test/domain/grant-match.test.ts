import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVerified, timeOf } from '#functions/domain/grant/in-time.ts';
import { judgeGrant } from '#functions/domain/grant/judge-grant.ts';
import { matchesOf, settledBy, unlocksOf } from '#functions/domain/grant/match.ts';
import { instantOf } from '#shared/model/civil-time.ts';
import { GrantAnswers, QUESTION_ANSWERS } from '#shared/model/grant-answers.ts';
import { asking, criterion, grant, NOW } from '#test/support/grant-builder.ts';

const committee = criterion({ kind: 'committee', people: 3 }, { fixable: 'yes' });
const account = criterion({ kind: 'account', signatories: 2, hostAccepted: false }, { fixable: 'yes' });
const form = criterion({ kind: 'legal_form', oneOf: ['charity', 'constituted_group'] });
const all = grant({ criteria: [form, committee, account] });
const sound: Partial<GrantAnswers> = {
  form: 'charity',
  committee: 'three_or_more',
  account: 'two_signatories',
};

describe('verdicts', () => {
  it.each([
    ['fits', sound],
    ['nearly', { ...sound, committee: 'two' }],
    ['check', { ...sound, account: null }],
    ['doesnt_fit', { ...sound, form: 'one_person', committee: 'two' }],
    ['nearly', { ...sound, committee: 'two', account: null }],
  ] as const)('%s for %o', (verdict, answers) => {
    expect(judgeGrant(all, asking(answers)).verdict).toBe(verdict);
  });

  it('is not held back by what a fund only prefers', () => {
    const preferred = grant({ criteria: [{ ...form, necessity: 'prefer' }] });
    expect(judgeGrant(preferred, asking({ form: 'one_person' })).verdict).toBe('fits');
  });

  it('give each reason with the answer, its day, the rule and the source', () => {
    const [reason] = judgeGrant(all, asking({ form: 'charity' })).reasons;
    expect(reason).toMatchObject({
      verdict: 'pass',
      yours: [{ question: 'form', answer: 'charity' }],
      toldOn: '2026-06-15',
      rule: form.text,
      sourceUrl: all.sourceUrl,
      sourceCheckedAt: all.sourceCheckedAt,
    });
  });

  it('follow the rules as they are now: a changed rule gives another verdict from the same answers', () => {
    const changed = grant({ criteria: [{ ...form, rule: { kind: 'legal_form', oneOf: ['cic'] } }] });
    expect(judgeGrant(grant({ criteria: [form] }), asking(sound)).verdict).toBe('fits');
    expect(judgeGrant(changed, asking(sound)).verdict).toBe('doesnt_fit');
  });

  const someAnswers = fc.record(
    Object.fromEntries(
      Object.entries(QUESTION_ANSWERS).map(([name, schema]) => {
        const options =
          'entries' in schema.def ? Object.values(schema.def.entries) : ['E08000003', 'elsewhere'];
        return [name, fc.constantFrom(null, ...options)];
      }),
    ),
  );

  it('never get from fitting or not fitting to anything else by answering one question more', () => {
    fc.assert(
      fc.property(someAnswers, fc.constantFrom(...Object.keys(QUESTION_ANSWERS)), (given, dropped) => {
        const told = GrantAnswers.parse(given);
        const before = judgeGrant(all, asking(GrantAnswers.parse({ ...told, [dropped]: null }))).verdict;
        const after = judgeGrant(all, asking(told)).verdict;
        if (before === 'fits' || before === 'doesnt_fit') expect(after).toBe(before);
        if (before === 'nearly') expect(['nearly', 'doesnt_fit']).toContain(after);
      }),
    );
  });
});

describe('usable in time', () => {
  it('calls a fund too late that closes soon but decides after the money is needed', () => {
    const slow = grant({ closesAt: instantOf('2026-07-06', '17:00'), decisionWeeks: 20 });
    expect(timeOf(slow, { now: NOW, neededBy: '2026-10-01' })).toMatchObject({
      state: 'too_late',
      daysLeft: 21,
    });
    expect(timeOf(slow, { now: NOW, neededBy: 'no_hurry' }).state).toBe('in_time');
    expect(timeOf(slow, { now: NOW, neededBy: null }).state).toBe('not_known');
  });

  it('closes at the hour the fund says, by the clock of the place, summer and winter', () => {
    const noon = (day: string) => grant({ closesAt: instantOf(day, '12:00') });
    const at = (now: string, day: string) => timeOf(noon(day), { now, neededBy: null }).state;
    expect(at('2026-06-15T10:59:59.000Z', '2026-06-15')).not.toBe('closed');
    expect(at('2026-06-15T11:00:00.000Z', '2026-06-15')).toBe('closed');
    expect(at('2026-12-15T11:59:59.000Z', '2026-12-15')).not.toBe('closed');
    expect(at('2026-12-15T12:00:00.000Z', '2026-12-15')).toBe('closed');
    const five = grant({ closesAt: instantOf('2026-06-15', '17:00') });
    expect(timeOf(five, { now: '2026-06-15T11:00:00.000Z', neededBy: null }).daysLeft).toBe(0);
  });

  it('counts from the next round, and closes with the last', () => {
    const rounds = grant({ rounds: ['2026-09-01', '2026-06-30'], decisionWeeks: 2 });
    expect(timeOf(rounds, { now: NOW, neededBy: null })).toMatchObject({
      deadline: '2026-06-30',
      decidedOn: '2026-07-14',
    });
    expect(timeOf(rounds, { now: '2026-09-02T09:00:00.000Z', neededBy: null }).state).toBe('closed');
  });

  it('minds how long before the money is needed a fund wants to be asked', () => {
    const early = grant({ applyAtLeastWeeksBefore: 16, decisionWeeks: null });
    expect(timeOf(early, { now: NOW, neededBy: '2026-09-01' }).state).toBe('too_late');
  });
});

describe('what a fund says', () => {
  it('is relied on for 90 days when it never closes, and no longer', () => {
    const checked = (sourceCheckedAt: string) => isVerified(grant({ sourceCheckedAt }), NOW);
    expect(checked('2026-04-15T09:00:00.000Z')).toBe(true);
    expect(checked('2026-03-17T09:00:00.000Z')).toBe(true);
    expect(checked('2026-03-16T09:00:00.000Z')).toBe(false);
  });

  it('needs no second look before it closes when it was looked at since it opened', () => {
    const dated = { openFrom: '2026-01-10', closesAt: instantOf('2026-08-01', '12:00') };
    expect(isVerified(grant({ ...dated, sourceCheckedAt: '2026-01-12T09:00:00.000Z' }), NOW)).toBe(true);
    expect(isVerified(grant({ ...dated, sourceCheckedAt: '2026-01-08T09:00:00.000Z' }), NOW)).toBe(false);
  });
});

describe('a list of funds', () => {
  const named = (title: string, over: Parameters<typeof grant>[0] = {}) =>
    grant({ ...over, title, id: grant().id.replace(/01$/, String(10 + title.length)) as typeof all.id });
  const late = named('Late', {
    criteria: [form],
    closesAt: instantOf('2026-07-01', '12:00'),
    decisionWeeks: 30,
  });
  const funds = [
    late,
    named('No fit', { criteria: [criterion({ kind: 'legal_form', oneOf: ['cic'] })] }),
    named('Needs accounts', { criteria: [account] }),
    named('Needs people', { criteria: [committee] }),
    named('Fits', { criteria: [form] }),
    named('Was open', { closesAt: '2026-06-01T11:00:00.000Z' }),
  ];

  it('stands best first, what is closed left out', () => {
    const found = matchesOf(funds, asking({ form: 'charity', committee: 'fewer', by: 'two_months' }));
    expect(found.map(({ grant: { title } }) => title)).toEqual([
      'Fits',
      'Late',
      'Needs people',
      'Needs accounts',
      'No fit',
    ]);
  });

  it('does not depend on the order the funds came in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(funds, { minLength: funds.length }), (shuffled) => {
        const ids = (list: typeof funds) => matchesOf(list, asking(sound)).map(({ grant: { id } }) => id);
        expect(ids(shuffled)).toEqual(ids(funds));
      }),
    );
  });

  it('says how many funds each question settles', () => {
    const nobody = asking();
    const counts = settledBy(funds, matchesOf(funds, nobody), nobody);
    expect(counts).toMatchObject({ form: 3, account: 1, committee: 1, income: 0 });
  });

  it('says what one fix opens, counting only funds that lack nothing else', () => {
    const who = asking({ form: 'charity', committee: 'fewer', account: 'no_account' });
    expect(unlocksOf(matchesOf([...funds, all], who))).toEqual([
      { fix: 'account', funds: 1, largest: 1000 },
      { fix: 'committee', funds: 1, largest: 1000 },
    ]);
  });
});
