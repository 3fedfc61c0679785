import { useLayoutEffect, useRef } from 'preact/hooks';
import { client as words } from '#shared/text/en/client.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { signInHref } from '../lib/address.ts';
import type { Refused } from '../lib/answer.ts';
import { useTitlePrefix } from '../lib/use-title.ts';

/** What a refusal asks somebody to do, in words, below its title. */
export function refusalText(refused: Refused): string {
  if (refused.code === 'key_reused') return words.keyReused;
  const wait = refused.retryAfter === undefined ? '' : ` ${words.waitSeconds(refused.retryAfter)}`;
  const more = refused.detail === undefined ? '' : ` ${refused.detail}`;
  return `${refused.title}${more}${wait}`;
}

/**
 * The way back in when nobody is signed in any more. `isKept`: something typed stands on this page, so
 * the link opens a new tab and the page stays as it is.
 */
export const SignInAgain = ({ isKept }: { isKept: boolean }) =>
  isKept ? (
    <>
      <p class="govuk-body">{words.signInKept}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/auth/sign-in?to=/start" target="_blank" rel="noopener">
          {words.signInAgainKeep}
        </a>
      </p>
    </>
  ) : (
    <p class="govuk-body">
      <a class="govuk-link" href={signInHref(window.location)}>
        {words.signInAgain}
      </a>
    </p>
  );

type RefusalProps = { refused: Refused; retry?: () => void; isKept?: boolean };

/** A refusal outside a form: what happened, and the next thing to do. Takes the focus when it appears. */
export function Refusal({ refused, retry, isKept = false }: RefusalProps) {
  const place = useRef<HTMLDivElement>(null);
  useTitlePrefix(words.errorPrefix);
  useLayoutEffect(() => {
    place.current?.querySelector<HTMLElement>('.govuk-error-summary')?.focus();
  }, [refused]);
  return (
    <div ref={place}>
      <ErrorSummary title={words.problemTitle} errors={[{ text: refusalText(refused) }]} />
      {refused.code === 'not_signed_in' && <SignInAgain isKept={isKept} />}
      {retry !== undefined && refused.code !== 'not_found' && (
        <Button type="button" look="secondary" onClick={retry}>
          {words.tryAgain}
        </Button>
      )}
    </div>
  );
}
