import { h } from 'preact';
import type { Deps } from '#functions/commands/deps.ts';
import { outcomeByLink } from '#functions/commands/link-outcome.ts';
import { accept } from '#functions/domain/result.ts';
import type { LiveLink } from '#functions/store/link-token.ts';
import { findReferral } from '#functions/store/referral.ts';
import { outcomePage, outcomePress } from '#shared/api/link-outcome.ts';
import { ReferralId } from '#shared/model/ids.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { ReferralState } from '#shared/model/referral-state.ts';
import { links } from '#shared/text/en/links.ts';
import { OutcomeLinkPage } from '#shared/ui/link/outcome-link-page.tsx';
import type { App } from './app.ts';
import { type Linked, type LinkPage, mountLink } from './links.ts';

/** What can be recorded by link in each state; nothing in the others. */
const OPEN: Partial<Record<ReferralState, 'first_visit' | 'outcome'>> = {
  accepted: 'first_visit',
  started: 'outcome',
};

const drawn = (
  { reference, serviceName: activity, state }: Referral,
  said: { problem?: string | undefined; done?: boolean },
): LinkPage => {
  const open = OPEN[state] ?? 'nothing';
  const title = open === 'first_visit' ? links.outcome.visitTitle : links.outcome.title;
  return { title, page: h(OutcomeLinkPage, { reference, activity, open, ...said }) };
};

async function show({ table }: Deps, { link, problem }: { link: LiveLink; problem?: string }) {
  const stored = await findReferral(table, { area: link.area, id: ReferralId.parse(link.subject) });
  if (stored === undefined) throw new Error('An outcome link names a referral that is not there');
  return drawn(stored.value, { problem });
}

/** Mounts the link of the mails that ask whether somebody came, and what came of it: one press, once, for 28 days. */
export const mountOutcomeLink = (app: App, linked: Linked): void =>
  mountLink(app, linked, {
    purpose: 'outcome',
    page: outcomePage,
    press: outcomePress,
    show: (at) => show(linked.deps, at),
    act: async ({ link, now, body }) => {
      const done = await outcomeByLink(linked.deps, { link, at: now, press: body });
      return done.ok ? accept(drawn(done.value, { done: true })) : done;
    },
  });
