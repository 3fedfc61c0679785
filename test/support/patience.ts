import type { Portal } from '#infra/local/portal.ts';
import type { Answer, Caller } from '#test/support/caller.ts';

/**
 * Tests that ask more than a person would wait as a person would: a 429 moves the shared clock past its
 * Retry-After. Sessions age with the clock, so everybody signs in again.
 */
export function patience(portal: Portal, everybody: () => readonly Caller[]) {
  return async (ask: () => Promise<Answer>): Promise<Answer> => {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const answer = await ask();
      if (answer.status !== 429) return answer;
      const seconds = Number(answer.headers.get('retry-after') ?? 60) + 1;
      await portal.clock.advance(`PT${seconds}S`);
      await signInAgain(everybody());
    }
    return ask();
  };
}

/** Signs everybody in again who was signed in; `nobody` stays nobody. */
async function signInAgain(everybody: readonly Caller[]): Promise<void> {
  for (const caller of everybody) if (caller.name !== 'nobody') await caller.signIn(caller.name);
}
