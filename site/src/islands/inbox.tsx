import { lists } from '#shared/text/en/lists.ts';
import { viewHref } from '../lib/list-view.ts';
import { useView } from '../lib/use-view.ts';
import type { PageProps } from './frame.tsx';
import { ListBody } from './lists/list-body.tsx';
import { Tabs } from './lists/tabs.tsx';

const words = lists.inbox;

/** The referrals of a reader's group, on a phone first. */
export function Inbox({ call }: PageProps) {
  const [view, onView] = useView('inbox');
  return (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <Tabs
        label={lists.progress}
        tabs={[
          { text: words.under, href: viewHref(view, { isClosed: false }), isHere: !view.isClosed },
          { text: words.closed, href: viewHref(view, { isClosed: true }), isHere: view.isClosed },
        ]}
      />
      <ListBody
        call={call}
        view={view}
        onView={onView}
        empty={
          view.isClosed
            ? { title: words.noneEnded, hint: words.noneEndedHint }
            : { title: words.empty, hint: words.emptyHint }
        }
      />
    </>
  );
}
