import type { Deps } from '#functions/commands/deps.ts';
import { cancelInvite, inviteAgain, inviteSomebody } from '#functions/commands/invite.ts';
import { markOf } from '#functions/commands/mark.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import * as api from '#shared/api/invites.ts';
import type { Invite } from '#shared/model/invite.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

/** An invitation as its inviters see it. */
export const inviteView = ({ id, email, membership, state, sentAt, endsAt }: Invite): api.InviteView => ({
  ...{ id, email, membership, state, sentAt, endsAt },
});

const seen = (done: Result<Invite>) => (done.ok ? accept(inviteView(done.value)) : done);

/** Routes of the staff function for whoever brings others in: invite, send again, take back. */
export function mountInvites(app: App, deps: Deps): void {
  mount(app, api.inviteCreate, async ({ principal, body, now: at, idempotencyKey: key }) => {
    const { email, membership } = body;
    const mark = markOf(key, body);
    return seen(await inviteSomebody(deps, { principal, email, membership, key, mark, at }));
  });
  mount(app, api.inviteResend, async ({ principal, params: { inviteId }, now: at }) =>
    seen(await inviteAgain(deps, { principal, inviteId, at })),
  );
  mount(app, api.inviteCancel, async ({ principal, params: { inviteId }, now: at }) =>
    seen(await cancelInvite(deps, { principal, inviteId, at })),
  );
}
