import { RecordedOutcome } from '../../model/referral.ts';
import { links } from '../../text/en/links.ts';
import { outcomes } from '../../text/en/reasons.ts';
import { Button } from '../button.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { NotificationBanner } from '../notification-banner.tsx';

const words = links.outcome;

export type OutcomeLinkProps = {
  reference: string;
  activity: string;
  /** Whether what came of it can still be recorded. */
  isOpen: boolean;
  problem?: string | undefined;
  done?: boolean;
};

/** The page of an outcome link: one press says what came of it, complete without script. Nobody is named. */
export const OutcomeLinkPage = ({ reference, activity, isOpen, problem, done }: OutcomeLinkProps) => (
  <>
    {problem !== undefined && (
      <ErrorSummary title={words.problem} errors={[{ text: problem, href: '#outcome' }]} />
    )}
    {done === true && <NotificationBanner success text={words.thanks} />}
    <h1 class="govuk-heading-l">{words.titleOf(reference)}</h1>
    <p class="govuk-body">{words.of(activity)}</p>
    {isOpen && done !== true ? (
      <form method="post" id="outcome">
        <p class="govuk-body">{words.hint}</p>
        <div class="govuk-button-group">
          {RecordedOutcome.options.map((code) => (
            <Button key={code} look="secondary" name="outcome" value={code}>
              {outcomes[code]}
            </Button>
          ))}
        </div>
      </form>
    ) : (
      <p class="govuk-body">{words.closed}</p>
    )}
  </>
);
