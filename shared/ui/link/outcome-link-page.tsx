import { NotStartedReason, RecordedOutcome } from '../../model/referral.ts';
import { links } from '../../text/en/links.ts';
import { notStartedReasons, outcomes } from '../../text/en/reasons.ts';
import { Button } from '../button.tsx';
import { DateInput } from '../date-input.tsx';
import { Details } from '../details.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { NotificationBanner } from '../notification-banner.tsx';

const words = links.outcome;

export type OutcomeLinkProps = {
  reference: string;
  activity: string;
  /** What can still be recorded: whether somebody came, what came of it, or nothing more. */
  open: 'first_visit' | 'outcome' | 'nothing';
  problem?: string | undefined;
  done?: boolean;
};

const Outcome = () => (
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
);

/** Before a first visit: the day they came, in one press or typed, or why they did not. */
const FirstVisit = () => (
  <div id="outcome">
    <form method="post">
      <h2 class="govuk-heading-m">{words.came}</h2>
      <p class="govuk-body">{words.cameHint}</p>
      <div class="govuk-button-group">
        <Button name="came" value="today">
          {words.today}
        </Button>
        <Button look="secondary" name="came" value="yesterday">
          {words.yesterday}
        </Button>
      </div>
    </form>
    <form method="post">
      <DateInput id="came" namePrefix="came" legend={words.another} hint={words.anotherHint} />
      <Button look="secondary" name="came" value="another">
        {words.record}
      </Button>
    </form>
    <Details summary={words.notCame}>
      <form method="post">
        <p class="govuk-body">{words.notCameHint}</p>
        <div class="govuk-button-group">
          {NotStartedReason.options.map((code) => (
            <Button key={code} look="secondary" name="reason" value={code}>
              {notStartedReasons[code]}
            </Button>
          ))}
        </div>
      </form>
    </Details>
  </div>
);

/** The page of an outcome link: one press says whether somebody came, or what came of it, without script. Nobody is named. */
export const OutcomeLinkPage = ({ reference, activity, open, problem, done }: OutcomeLinkProps) => {
  const isVisit = open === 'first_visit' && done !== true;
  return (
    <>
      {problem !== undefined && (
        <ErrorSummary title={words.problem} errors={[{ text: problem, href: '#outcome' }]} />
      )}
      {done === true && (
        <NotificationBanner success text={open === 'outcome' ? words.thanksStarted : words.thanks} />
      )}
      <h1 class="govuk-heading-l">{isVisit ? words.visitTitleOf(reference) : words.titleOf(reference)}</h1>
      <p class="govuk-body">{words.of(activity)}</p>
      {done !== true && open === 'outcome' && <Outcome />}
      {isVisit && <FirstVisit />}
      {(done === true || open === 'nothing') && <p class="govuk-body">{words.closed}</p>}
    </>
  );
};
