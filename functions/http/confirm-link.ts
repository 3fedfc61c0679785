import { h } from 'preact';
import { confirmGroup, registrationOf } from '#functions/commands/confirm-group.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { accept } from '#functions/domain/result.ts';
import type { LiveLink } from '#functions/store/link-token.ts';
import { confirmPage, confirmPress } from '#shared/api/registrations.ts';
import { register } from '#shared/text/en/register.ts';
import { ConfirmDonePage, ConfirmPage } from '#shared/ui/register/confirm-page.tsx';
import type { App } from './app.ts';
import { type Linked, type LinkPage, mountLink } from './links.ts';

const words = register.confirm;

async function draw(deps: Deps, link: LiveLink, problem: string | undefined): Promise<LinkPage> {
  const found = await registrationOf(deps, link);
  if (found === undefined) throw new Error('A confirm link that works leads to no registration');
  const { name, when } = found.value;
  return { title: words.title, page: h(ConfirmPage, { group: name, when, problem }) };
}

/** Mounts the link of the mail to whoever registered a group: a day, once. Reading it does nothing. */
export const mountConfirmLink = (app: App, linked: Linked): void =>
  mountLink(app, linked, {
    purpose: 'confirm',
    page: confirmPage,
    press: confirmPress,
    show: ({ link, problem }) => draw(linked.deps, link, problem),
    act: async ({ link, body, now }) => {
      const done = await confirmGroup(linked.deps, { link, name: body.name, at: now });
      if (!done.ok) return done;
      const { name: group, email } = done.value;
      return accept({ title: words.done.title, page: h(ConfirmDonePage, { group, email }) });
    },
  });
