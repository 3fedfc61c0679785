import { refuse } from '#functions/domain/result.ts';
import type { Table } from '#functions/store/table.ts';
import { findUser } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import { UserId } from '#shared/model/ids.ts';
import { queueRefusals as words } from '#shared/text/en/queue-refusals.ts';

/** The refusal for whoever comes second: who was first, and when. */
export const doneAlready = ({ byName, at }: { byName: string; at: Instant }) =>
  refuse({ code: 'done_already', detail: words.doneBy(byName, at) });

/** The same where only the id of the first was kept. */
export async function doneAlreadyBy(table: Table, { by, at }: { by: string; at: Instant }) {
  const id = UserId.safeParse(by);
  const user = id.success ? await findUser(table, id.data) : undefined;
  return doneAlready({ byName: user?.value.name ?? words.somebody, at });
}
