import { lists } from '#shared/text/en/lists.ts';
import { LinkButton } from '#shared/ui/link-button.tsx';
import { firstList, type ListView, viewHref } from '../lib/list-view.ts';
import { useView } from '../lib/use-view.ts';
import type { PageProps } from './frame.tsx';
import { type Empty, ListBody } from './lists/list-body.tsx';
import { Tabs } from './lists/tabs.tsx';
import { WithoutReferral } from './lists/without-referral.tsx';

const words = lists.caseload;

function emptyOf({ view, isClosed }: ListView): Empty {
  if (isClosed) return { title: words.noneEnded, hint: words.noneEndedHint };
  return {
    title: view === 'team' ? words.emptyTeam : words.empty,
    hint: words.emptyHint,
    link: { href: '/find', text: words.find },
  };
}

/** The referrals a link worker has sent; a manager can look at the whole team's. */
export function Caseload({ session, call }: PageProps) {
  const [view, onView] = useView(firstList(session.memberships));
  const isManager = session.memberships.some(({ role }) => role === 'lw_manager');
  return (
    <>
      <h1 class="govuk-heading-l">{view.view === 'team' ? words.team : words.title}</h1>
      <LinkButton href="/find" class="no-print">
        {words.find}
      </LinkButton>
      <WithoutReferral />
      {isManager && (
        <Tabs
          label={words.views}
          tabs={[
            {
              text: words.mine,
              href: viewHref(view, { view: 'caseload' }),
              isHere: view.view === 'caseload',
            },
            { text: words.teamView, href: viewHref(view, { view: 'team' }), isHere: view.view === 'team' },
          ]}
        />
      )}
      <Tabs
        label={lists.progress}
        tabs={[
          { text: words.under, href: viewHref(view, { isClosed: false }), isHere: !view.isClosed },
          { text: words.closed, href: viewHref(view, { isClosed: true }), isHere: view.isClosed },
        ]}
      />
      <ListBody call={call} view={view} onView={onView} empty={emptyOf(view)} />
    </>
  );
}
