import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { personEvent } from '#functions/store/session-events.ts';
import { findUser, userItem } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { MailChoice } from '#shared/model/mail-choice.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';

const RACES = 3;

/** How often somebody hears of what can wait. Refuses `not_found` for who is no user any more. */
export async function mailChoiceOf({ table }: Deps, { userId }: Principal): Promise<Result<MailChoice>> {
  const found = await findUser(table, userId);
  return found === undefined ? refuse('not_found') : accept(found.value.mail);
}

/**
 * Somebody chooses how often they hear of what can wait; the same choice again changes nothing. Refuses
 * `not_found`, and `changed_meanwhile` when other changes of the same person kept coming first.
 */
export async function chooseMail(
  deps: Deps,
  { principal, often, at }: { principal: Principal; often: MailChoice; at: Instant },
): Promise<Result<MailChoice>> {
  const { userId } = principal;
  for (let race = 0; race < RACES; race += 1) {
    const found = await findUser(deps.table, userId);
    if (found === undefined) return refuse('not_found');
    if (found.value.mail === often) return accept(often);
    const version = found.version + 1;
    const user = { ...found.value, mail: often };
    const written = await deps.table.transact([
      { kind: 'put', table: 'portal', item: userItem(user, version), expected: { version: found.version } },
      personEvent(user, {
        id: deps.ids.event(),
        at,
        aggregate: `user#${userId}`,
        version,
        type: 'mail.chosen',
        data: { userId, often },
      }),
    ]);
    if (written.ok) return accept(often);
  }
  return refuse('changed_meanwhile');
}
