import { useLayoutEffect, useRef } from 'preact/hooks';
import { client } from '#shared/text/en/client.ts';
import { refusedPage as words } from '#shared/text/en/refused-page.ts';
import { Button } from '#shared/ui/button.tsx';
import type { Refused } from '../lib/answer.ts';
import { Links } from './links.tsx';
import { refusalText, SignInAgain } from './refusal.tsx';

/** The ways on from a page that is not there, for whoever came: their tasks, or the search that is open to all. */
const WAYS_ON = [
  { href: '/start', text: words.toTasks },
  { href: '/find', text: words.toSearch },
];

/**
 * A refusal where a whole page would be: the page's heading says so and has the focus, and there is
 * always a way on, since nothing else is on the page.
 */
export function RefusedPage({ refused, retry }: { refused: Refused; retry: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus();
  }, [refused]);
  const isMissing = refused.code === 'not_found';
  return (
    <>
      <h1 class="govuk-heading-l" ref={heading} tabIndex={-1}>
        {isMissing ? words.title : client.problemTitle}
      </h1>
      <p class="govuk-body">{isMissing ? words.text : refusalText(refused)}</p>
      {refused.code === 'not_signed_in' && <SignInAgain isKept={false} />}
      {isMissing ? (
        <Links links={WAYS_ON} />
      ) : (
        <Button type="button" look="secondary" onClick={retry}>
          {client.tryAgain}
        </Button>
      )}
    </>
  );
}
