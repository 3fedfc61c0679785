import { addDays } from '#shared/model/civil-time.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import { TERMINAL_STATES } from '#shared/model/referral-state.ts';
import { GROUP_SEES_CLOSED_DAYS } from '../referral/reading.ts';
import { seeksElsewhere } from '../referral/seeking.ts';
import { AGREEMENT_DAYS } from '../referral/send.ts';

/**
 * When what is destroyed, in days since the referral closed (security.md 5.4): the group's copy and its
 * list entry when the time for complaints is over, and with them the original unless the person may still
 * be sent elsewhere; the original in any case when an agreement would count no longer; the referral
 * itself after three years, which leaves its events and the counts.
 */
export const STAGES = {
  copy: GROUP_SEES_CLOSED_DAYS,
  original: AGREEMENT_DAYS,
  referral: 3 * 365 + 1,
} as const;
export type Stage = keyof typeof STAGES;

/** The last day whose closings are due for a stage: so many whole days have passed since. */
export const dueThrough = (stage: Stage, today: Day): Day => addDays(today, -STAGES[stage] - 1);

/** What is to be destroyed of a referral at a stage: its copy, its original, all of it. Nothing while it lives, and nothing twice. */
export function toDestroy(referral: Referral, stage: Stage): ('copy' | 'original' | 'referral')[] {
  if (!TERMINAL_STATES.has(referral.state)) return [];
  if (stage === 'referral') return ['referral'];
  const copy = referral.gone === undefined ? (['copy'] as const) : [];
  const kept = (referral.gone?.original ?? null) === null;
  const original = kept && (stage === 'original' || !seeksElsewhere(referral)) ? (['original'] as const) : [];
  return [...copy, ...original];
}

const unsaid = <T extends object>(said: T | undefined, without: Partial<T>) =>
  said === undefined ? undefined : { ...said, ...without };

/** The referral without a word that anybody typed: need, area, dates, reasons and outcome stay. */
function withoutWords(referral: Referral): Referral {
  const { declined, completed, handedBack, newOwner, questions, ...rest } = referral;
  const returning = unsaid(handedBack?.returning, { note: '' });
  return {
    ...rest,
    wouldLike: null,
    label: null,
    declined: declined && { ...declined, comment: null },
    completed: completed && { ...completed, words: null },
    ...(handedBack && { handedBack: { ...handedBack, note: null, ...(returning && { returning }) } }),
    ...(newOwner && { newOwner: { ...newOwner, who: '-', organization: '-' } }),
    ...(questions && {
      questions: questions.map(({ asked, answered }) => ({
        asked: { ...asked, text: '' },
        answered: answered && { ...answered, text: '' },
      })),
    }),
  };
}

/** The referral once its copy, or its original too, has been destroyed. */
export function destroyed(
  referral: Referral,
  what: readonly ('copy' | 'original' | 'referral')[],
  at: Instant,
): Referral {
  const original = what.includes('original') ? at : (referral.gone?.original ?? null);
  const left = original === null ? referral : withoutWords(referral);
  return { ...left, gone: { copy: referral.gone?.copy ?? at, original } };
}
