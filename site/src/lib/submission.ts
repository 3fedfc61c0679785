import { type Answer, isUnsettled } from './answer.ts';

/**
 * Keeps the Idempotency-Key of one submission. The key stays while nobody knows whether the change
 * was made (a lost answer, an outage, signing in again), also when the answers were edited since: then
 * the API answers `key_reused`, which tells us that the first version did arrive. A definite answer
 * ends the submission and the next one gets a new key.
 */
export function createSubmission(newKey: () => string) {
  let key: string | undefined;
  let inFlight = false;
  return {
    /** Sends once; undefined when the same submission is already on its way (a double press). */
    async send<T>(attempt: (key: string) => Promise<Answer<T>>): Promise<Answer<T> | undefined> {
      if (inFlight) return undefined;
      inFlight = true;
      key ??= newKey();
      try {
        const answer = await attempt(key);
        if (answer.ok || !isUnsettled(answer.refused)) key = undefined;
        return answer;
      } finally {
        inFlight = false;
      }
    },
  };
}
