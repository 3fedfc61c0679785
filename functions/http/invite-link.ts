import { h } from 'preact';
import { acceptInvite, inviteOf } from '#functions/commands/accept-invite.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import type { LiveLink } from '#functions/store/link-token.ts';
import { placeOfRole } from '#functions/store/role-place.ts';
import { invitePage, invitePress } from '#shared/api/invites.ts';
import type { Membership } from '#shared/model/roles.ts';
import { invites } from '#shared/text/en/invites.ts';
import { asksPhone, InviteDonePage, InviteGonePage, InvitePage } from '#shared/ui/invite/invite-page.tsx';
import type { App } from './app.ts';
import { type Again, type Linked, type LinkPage, mountLink } from './links.ts';

const words = invites.page;

const gone: LinkPage = { title: words.gone.title, page: h(InviteGonePage, {}), status: 404 };

const whereOf = async ({ table }: Deps, { area }: LiveLink, membership: Membership): Promise<string> => {
  const where = await placeOfRole(table, area, membership);
  if (where === undefined) throw new Error('An invitation leads to a group or team that is not there');
  return where;
};

function typedIn(typed: unknown) {
  const given: Record<string, unknown> = Object(typed);
  const one = (name: string) => (typeof given[name] === 'string' ? given[name].slice(0, 100) : '');
  return { name: one('name'), phone: one('phone') };
}

/** What needs another look, by field; what is of no field is said of the first. */
function errorsOf({ problem, fields }: Again) {
  if (problem === undefined) return {};
  const named = (fields ?? []).filter(({ id }) => id === 'name' || id === 'phone');
  return named.length === 0 ? { name: problem } : Object.fromEntries(named.map(({ id, text }) => [id, text]));
}

async function draw(deps: Deps, link: LiveLink, again: Again): Promise<LinkPage> {
  const found = await inviteOf(deps, link);
  if (found === undefined) return gone;
  const { membership, email } = found.value;
  const where = await whereOf(deps, link, membership);
  const props = { where, role: membership.role, email };
  const page = h(InvitePage, { ...props, answers: typedIn(again.typed), errors: errorsOf(again) });
  return { title: words.title(where), page };
}

/** Mounts the link of an invitation: two days, once. Reading it does nothing. */
export const mountInviteLink = (app: App, linked: Linked): void =>
  mountLink(app, linked, {
    purpose: 'invite',
    page: invitePage,
    press: invitePress,
    show: ({ link, ...again }) => draw(linked.deps, link, again),
    act: async ({ link, body, now }) => {
      const found = await inviteOf(linked.deps, link);
      if (found === undefined) return accept(gone);
      const { membership, email } = found.value;
      const phone = body.phone ?? null;
      if (asksPhone(membership.role) && phone === null)
        return refuse({ code: 'invalid', fields: [{ id: 'phone', text: words.phoneProblem }] });
      const done = await acceptInvite(linked.deps, { link, name: body.name, phone, at: now });
      if (!done.ok) return done;
      const where = await whereOf(linked.deps, link, membership);
      return accept({ title: words.done.title, page: h(InviteDonePage, { where, email }) });
    },
  });
