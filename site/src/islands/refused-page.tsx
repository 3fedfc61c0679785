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

/** The button goes with what it brings, so the focus waits where the page will be. */
function askAgain(retry: () => void): void {
  document.getElementById('content')?.focus();
  retry();
}

type RefusedPageProps = { refused: Refused; retry: () => void; waysOn?: readonly Way[] };

/** What stands above the way on: what is not there, or for whom it is, or what went wrong. */
function saidOf(refused: Refused): { title: string; text: string } {
  if (refused.code === 'not_found') return { title: words.title, text: words.text };
  if (refused.code === 'not_signed_in') return { title: session.signInTitle, text: session.signInBody };
  return { title: client.problemTitle, text: refusalText(refused) };
}

/**
 * A refusal where a whole page would be: the page's heading says so and has the focus, and there is
 * always a way on, since nothing else is on the page. Beside other content, use Refusal.
 */
export const RefusedPage = ({ refused, retry, waysOn = WAYS_ON }: RefusedPageProps) => (
  <Notice {...saidOf(refused)} about={refused}>
    {refused.code === 'not_signed_in' && <SignInAgain isKept={false} />}
    {refused.code === 'not_found' ? (
      <Links links={waysOn} />
    ) : (
      <Button type="button" look="secondary" onClick={() => askAgain(retry)}>
        {client.tryAgain}
      </Button>
    )}
  </Notice>
);
