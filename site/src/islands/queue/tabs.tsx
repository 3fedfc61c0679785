import { queueTabs as words } from '#shared/text/en/queue-kinds.ts';
import { Tabs } from '../lists/tabs.tsx';

/** What waits, and what has been done: two pages that belong together. */
export const QueueTabs = ({ isDone }: { isDone: boolean }) => (
  <Tabs
    label={words.label}
    tabs={[
      { text: words.open, href: '/queue', isHere: !isDone },
      { text: words.done, href: '/queue-done', isHere: isDone },
    ]}
  />
);
