import { factsOf, type Known, NOTHING_KNOWN } from '#functions/domain/grant/facts.ts';
import type { Asking } from '#functions/domain/grant/judge-grant.ts';
import { matchesOf, settledBy, unlocksOf } from '#functions/domain/grant/match.ts';
import type { GrantQuery, GrantsFound } from '#shared/api/grants.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import type { Grant } from '#shared/model/grant.ts';
import { GrantAnswers } from '#shared/model/grant-answers.ts';

/** What stands in an address as answers: `unknown` and what is left out are "don't know". */
export const answersOf = (query: GrantQuery): GrantAnswers =>
  GrantAnswers.parse(Object.fromEntries(Object.entries(query).filter(([, answer]) => answer !== 'unknown')));

/** Who asks and when. `toldOn`: the day the answers were given, today for somebody who answers in the page. */
export const askingOf = (
  answers: GrantAnswers,
  { now, toldOn = dayOf(now), known = NOTHING_KNOWN }: { now: Instant; toldOn?: Day; known?: Known },
): Asking => ({ answers, toldOn, facts: factsOf(answers, toldOn, known), today: dayOf(now), now });

/** The funds for some answers, what each question settles and what each fix opens. */
export function foundOf(
  grants: readonly Grant[],
  asking: Asking,
): Pick<GrantsFound, 'answers' | 'settles' | 'matches' | 'unlocks' | 'now'> {
  const matches = matchesOf(grants, asking);
  const { answers, now } = asking;
  return { answers, settles: settledBy(grants, matches, asking), matches, unlocks: unlocksOf(matches), now };
}
