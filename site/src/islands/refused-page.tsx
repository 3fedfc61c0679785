import { client } from '#shared/text/en/client.ts';
import { refusedPage as words } from '#shared/text/en/refused-page.ts';
import { session } from '#shared/text/en/session.ts';
import { Button } from '#shared/ui/button.tsx';
import type { Refused } from '../lib/answer.ts';
import { Links, type Way } from './links.tsx';
import { Notice } from './notice.tsx';
import { refusalText, SignInAgain } from './refusal.tsx';

/** The ways on from a page that is not there, for whoever came: their tasks, or the search that is open to all. */
const WAYS_ON: readonly Way[] = [
  { href: '/start', text: session.toStart },
  { href: '/find', text: words.toSearch },
];

type RefusedPageProps = { refused: Refused; retry: () => void; waysOn?: readonly Way[] };

/**
 * A refusal where a whole page would be: the page's heading says so and has the focus, and there is
 * always a way on, since nothing else is on the page. Beside other content, use Refusal.
 */
export const RefusedPage = ({ refused, retry, waysOn = WAYS_ON }: RefusedPageProps) =>
  refused.code === 'not_found' ? (
    <Notice title={words.title} text={words.text} about={refused}>
      <Links links={waysOn} />
    </Notice>
  ) : (
    <Notice title={client.problemTitle} text={refusalText(refused)} about={refused}>
      {refused.code === 'not_signed_in' && <SignInAgain isKept={false} />}
      <Button type="button" look="secondary" onClick={retry}>
        {client.tryAgain}
      </Button>
    </Notice>
  );
