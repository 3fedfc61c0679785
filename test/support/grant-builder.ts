import { type Facts, factsOf, NOTHING_KNOWN } from '#functions/domain/grant/facts.ts';
import type { Asking } from '#functions/domain/grant/judge-grant.ts';
import { Criterion, Grant, type Rule } from '#shared/model/grant.ts';
import { GrantAnswers } from '#shared/model/grant-answers.ts';

export const NOW = '2026-06-15T09:00:00.000Z';
export const TODAY = '2026-06-15';

/** One rule of an invented fund. */
export const criterion = (rule: Rule, over: Partial<Criterion> = {}): Criterion =>
  Criterion.parse({
    id: rule.kind,
    rule,
    text: `A rule about ${rule.kind}`,
    quoteUrl: null,
    necessity: 'must',
    fixable: 'no',
    appliesWhen: null,
    ...over,
  });

/** An invented fund that never closes, was checked yesterday and has no rules but those given. */
export const grant = (over: Partial<Grant> = {}): Grant =>
  Grant.parse({
    id: '7b6f0f6e-9a0c-4a57-8c2e-1f1f9d5b0a01',
    area: 'manchester',
    title: 'Kettle and Chairs Fund',
    funderName: 'The Invented Trust',
    programmeName: null,
    sourceUrl: 'https://invented-trust.example/kettle',
    summary: 'Small things that make a meeting possible.',
    whatItPays: ['Equipment'],
    whatItDoesNot: [],
    amount: { min: 100, max: 1000, typical: 500 },
    fundingTypes: ['equipment'],
    durationMonths: null,
    themes: [],
    openFrom: null,
    closesAt: null,
    rounds: [],
    decisionWeeks: 4,
    applyAtLeastWeeksBefore: null,
    effort: { hours: 2, needsQuotes: false, needsReferee: false, jointOk: true },
    access: { offlineForm: true, easyRead: false, supportContact: null },
    hostAccepted: false,
    matchFundingPercent: null,
    lastRound: null,
    pastAwards: null,
    criteria: [],
    status: 'published',
    sourceCheckedAt: '2026-06-14T09:00:00.000Z',
    sourceCheckedBy: null,
    lastChangedAt: '2026-06-14T09:00:00.000Z',
    ...over,
  });

/** Who asks: answers as given, and facts that no question asks for. */
export function asking(answers: Partial<GrantAnswers> = {}, facts: Partial<Facts> = {}, now = NOW): Asking {
  const all = GrantAnswers.parse(answers);
  const today = now.slice(0, 10);
  return {
    answers: all,
    toldOn: today,
    facts: { ...factsOf(all, today, NOTHING_KNOWN), ...facts },
    today,
    now,
  };
}
