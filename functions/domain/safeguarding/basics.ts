import { DAY_LENGTH, dayOf, startOf } from '#shared/model/civil-time.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import type { SafeguardingStanding } from '#shared/model/safeguarding.ts';
import {
  KEEPING,
  KNOWN,
  PROCEDURE,
  type SafeguardingAnswers,
  SafeguardingQuestion,
} from '#shared/model/safeguarding-answers.ts';
import type { Nation } from '#shared/model/working-days.ts';
import { CURRENT } from './receive.ts';
import { tierOf } from './tier.ts';

/** All a group has said, and when it said each. */
export type Said = {
  answers: SafeguardingAnswers;
  answeredAt: Partial<Record<SafeguardingQuestion, Instant>>;
};
/** What is not asked but looked up. */
export type Around = { readers: number; nation: Nation };

/** The day a year on; 29 February becomes the 28th. */
function yearOn(day: Day): Day {
  const [year = '', month = '', date = ''] = day.split('-');
  const next = `${Number(year) + 1}-${month}-`;
  return month === '02' && date === '29' ? `${next}28` : `${next}${date}`;
}

type Expiring = (answers: SafeguardingAnswers) => Day | undefined;
/** Questions whose answer carries a date of its own; the day from which it counts no longer. */
const OWN_DATE: Partial<Record<SafeguardingQuestion, Expiring>> = {
  policy: ({ policy }) => policy && yearOn(policy.reviewedOn),
  employs: ({ employs }) => (employs?.anybody ? (employs.insuredUntil ?? undefined) : undefined),
};
/** Answers good until they are changed. */
const LASTING: readonly SafeguardingQuestion[] = ['checks', 'employs', 'policy', 'advice'];

/** From when an answer counts no longer: twelve months after it was given, or by its own date; undefined for what lasts. */
function endsAt(question: SafeguardingQuestion, { answers, answeredAt }: Said): Instant | undefined {
  const own = OWN_DATE[question]?.(answers);
  if (own !== undefined) return startOf(own);
  const at = answeredAt[question];
  return LASTING.includes(question) || at === undefined ? undefined : startOf(yearOn(dayOf(at)));
}

const all = (given: readonly string[] | undefined, wanted: readonly string[]): boolean =>
  given !== undefined && wanted.every((one) => given.includes(one));

/** When a question of tier 1 is passed; what is not asked of a group passes too. */
const PASSES: Readonly<
  Record<SafeguardingQuestion, (answers: SafeguardingAnswers, around: Around) => boolean>
> = {
  does: ({ does }) => does !== undefined,
  advice: ({ does, advice }) => !does?.includes('advice') || advice?.number != null,
  lead: ({ lead }) => lead !== undefined,
  procedure: ({ procedure }) => all(procedure, PROCEDURE),
  numbers: ({ numbers }) => all(numbers?.known, KNOWN),
  policy: ({ policy }) => policy !== undefined,
  checks: ({ checks }) => (checks?.length ?? 0) > 0,
  employs: ({ employs }) => employs !== undefined && (!employs.anybody || employs.insuredUntil !== null),
  keeping: ({ keeping }, { readers }) => all(keeping, KEEPING) && readers > 0,
  limits: ({ limits }) => (limits?.length ?? 0) > 0,
};
const QUESTIONS = SafeguardingQuestion.options;

/** What tier 1 still needs: not answered, not passed, or run out at this moment. In the order of asking. */
export const missingOf = (said: Said, around: Around, now: Instant): SafeguardingQuestion[] =>
  QUESTIONS.filter((question) => {
    const ends = endsAt(question, said);
    return !PASSES[question](said.answers, around) || (ends !== undefined && ends <= now);
  });

/** From when the first of the answers counts no longer. */
const firstEnd = (said: Said): Instant | null =>
  QUESTIONS.flatMap((question) => endsAt(question, said) ?? []).sort()[0] ?? null;

/** A coordinator's pause stays until a coordinator ends it; what a group took back, until it renews. */
const isHeld = ({ status }: SafeguardingStanding): boolean =>
  status === 'paused_by_coordinator' || status === 'withdrawn_by_group';

/**
 * How a group stands once it has said this. It is confirmed by having nothing of tier 1 left, in England
 * and only while all it does is tier 1 (other tiers have more questions); a group that was confirmed and
 * is no longer keeps what is already under way for its 30 days. Dates that run out later need no write.
 */
export function standingAfter(
  before: SafeguardingStanding,
  said: Said,
  at: Around & { now: Instant },
): SafeguardingStanding {
  const tier = tierOf(said.answers.does ?? []);
  if (isHeld(before)) return { ...before, tier };
  const done = tier === 1 && at.nation === 'england' && missingOf(said, at, at.now).length === 0;
  if (done) return { status: 'confirmed', tier, confirmedAt: at.now, validUntil: firstEnd(said) };
  if (before.confirmedAt === null || before.validUntil === null)
    return { status: 'answering', tier, confirmedAt: null, validUntil: null };
  const [validUntil = at.now] = [before.validUntil, at.now].sort();
  return { status: 'out_of_date', tier, confirmedAt: before.confirmedAt, validUntil };
}

const SOON_DAYS = 30;

/** The status as it is at this moment: `due_soon` in the last thirty days, `out_of_date` once they are over. */
export function statusAt(standing: SafeguardingStanding, now: Instant): SafeguardingStanding['status'] {
  const { status, validUntil } = standing;
  if (validUntil === null || !CURRENT.includes(status)) return status;
  if (validUntil <= now) return 'out_of_date';
  const left = Date.parse(validUntil) - Date.parse(now);
  return left <= SOON_DAYS * DAY_LENGTH ? 'due_soon' : status;
}
