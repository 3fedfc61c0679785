import type { ReferralView } from '#shared/api/referrals.ts';
import type { Answer, Refused } from '../../lib/answer.ts';
import type { Call } from '../../lib/api.ts';

/** What each form of a move is given. `onLost`: somebody else was quicker, so the page looks again. */
export type MoveProps = {
  view: ReferralView;
  call: Call;
  onDone: () => void;
  onLost: (refused: Refused) => void;
  onCancel: () => void;
};

/** After these the page is out of date: what stands here can no longer be done as it was shown. */
const LOST = new Set<Refused['code']>(['not_possible_now', 'changed_meanwhile']);

/** Hands a lost race to the page; every other answer stays with the form. */
export async function unlessLost<T>(
  asked: Promise<Answer<T>>,
  onLost: MoveProps['onLost'],
): Promise<Answer<T>> {
  const answer = await asked;
  if (!answer.ok && LOST.has(answer.refused.code)) onLost(answer.refused);
  return answer;
}
