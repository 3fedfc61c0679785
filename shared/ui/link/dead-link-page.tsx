import { links as words } from '../../text/en/links.ts';
import { type Helper, Ring } from '../find/ring.tsx';

/** Why a link does nothing (any more). */
export type DeadLink = 'unknown' | 'expired' | 'replaced' | 'used' | 'busy';
type Purpose = keyof typeof words.next;

/** What stands behind a link that does not work: why, and what to do instead. */
export const DeadLinkPage = ({
  why,
  purpose,
  helpers,
}: {
  why: DeadLink;
  purpose: Purpose;
  helpers: readonly Helper[];
}) => {
  const said = words[why];
  const next = words.next[purpose];
  return (
    <>
      <h1 class="govuk-heading-xl">{said.title}</h1>
      {'text' in said && <p class="govuk-body">{said.text}</p>}
      {why !== 'busy' && (
        <p class="govuk-body">
          {next.text}{' '}
          <a class="govuk-link" href={next.href}>
            {next.link}
          </a>
        </p>
      )}
      <Ring helpers={helpers} />
    </>
  );
};
