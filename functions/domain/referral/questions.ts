import { dayOf } from '#shared/model/civil-time.ts';
import { MOST_QUESTIONS, type Referral } from '#shared/model/referral.ts';
import { addWorkingDays, closeOf } from '#shared/model/working-days.ts';
import { accept, type Result } from '../result.ts';
import { type Acting, act, type Decided, invalid, move, subject } from './decided.ts';
import { pausedDays } from './due.ts';
import { dueAt } from './timers.ts';

/** A reader asks the link worker something, twice at most. Refuses with `not_possible_now` or `invalid`. */
export function askQuestion(referral: Referral, given: { text: string }, acting: Acting): Result<Decided> {
  const moved = move(referral, 'ask', acting);
  if (!moved.ok) return moved;
  const before = referral.questions ?? [];
  if (before.length >= MOST_QUESTIONS)
    return invalid('text', 'You have asked twice. Ring the link worker: their number is on this page');
  const next = {
    ...moved.value,
    questions: [...before, { asked: { ...act(acting), text: given.text }, answered: null }],
  };
  return accept({
    next: { ...next, dueAt: dueAt(next, acting.at, acting.nation) },
    event: { type: 'referral.asked', data: subject(referral) },
    place: 'keep',
  });
}

/** The sending team answers; the group's clock goes on where it stood. Refuses with `not_possible_now`. */
export function answerQuestion(referral: Referral, given: { text: string }, acting: Acting): Result<Decided> {
  const moved = move(referral, 'answer', acting);
  if (!moved.ok) return moved;
  const questions = (referral.questions ?? []).map((round) =>
    round.answered === null ? { ...round, answered: { ...act(acting), text: given.text } } : round,
  );
  const next = { ...moved.value, questions };
  const due = dueAt(next, next.sentAt, acting.nation);
  const paused = pausedDays(next, acting.nation);
  return accept({
    next: { ...next, dueAt: due && closeOf(addWorkingDays(dayOf(due), paused, acting.nation)) },
    event: { type: 'referral.answered', data: subject(referral) },
    place: 'keep',
  });
}
