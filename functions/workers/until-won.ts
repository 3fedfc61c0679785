import type { Backoff } from '#functions/runtime/backoff.ts';
import type { Table } from '#functions/store/table.ts';

/** What every projection needs. */
export type Projecting = { table: Table; backoff: Backoff };

const ATTEMPTS = 12;

/** Tries something that may lose a race until it wins; gives up loudly, so that the batch is tried again. */
export async function untilWon(
  backoff: Backoff,
  what: string,
  attempt: () => Promise<boolean>,
): Promise<void> {
  for (let number = 0; number < ATTEMPTS; number += 1) {
    if (number > 0) await backoff(number);
    if (await attempt()) return;
  }
  throw new Error(`${what} kept changing: try again`);
}
