import type { GrantAnswers } from '../../model/grant-answers.ts';
import type { GrantMatch } from '../../model/grant-match.ts';
import { dayOf } from '../../text/en/format.ts';
import { headline } from '../../text/en/grant-headline.ts';
import { fundingTypes } from '../../text/en/grant-questions.ts';
import { grants as words } from '../../text/en/grants.ts';
import { BackLink } from '../back-link.tsx';
import { type Helper, Ring } from '../find/ring.tsx';
import { InsetText } from '../inset-text.tsx';
import { LinkButton } from '../link-button.tsx';
import { SummaryList } from '../summary-list.tsx';
import { amountText, GrantTags, timeText } from './grant-card.tsx';
import { Reasons } from './reasons.tsx';
import { type Councils, sayFrom } from './say.ts';
import { withAnswers } from './with-answers.ts';

type Props = {
  match: GrantMatch;
  answers: GrantAnswers;
  councils: Councils;
  helpers: readonly Helper[];
};

const effortOf = ({ effort }: GrantMatch['grant']): string =>
  [
    effort.hours === null ? '' : `${words.hours(effort.hours)}.`,
    effort.needsQuotes ? words.quotes : '',
    effort.needsReferee ? words.referee : '',
    effort.jointOk ? words.joint : '',
  ]
    .filter(Boolean)
    .join(' ');

const helpOf = ({ access, hostAccepted }: GrantMatch['grant']): string =>
  [
    access.supportContact ?? '',
    access.offlineForm ? words.offline : '',
    access.easyRead ? words.easyRead : '',
    hostAccepted ? words.hosted : '',
  ]
    .filter(Boolean)
    .join(' ');

const oddsOf = ({ lastRound, pastAwards, matchFundingPercent }: GrantMatch['grant']): string =>
  [
    matchFundingPercent === null ? '' : words.match(matchFundingPercent),
    lastRound === null ? '' : words.lastRound(lastRound.awards, lastRound.applications),
    pastAwards === null ? '' : words.pastAwards(pastAwards),
  ]
    .filter(Boolean)
    .join(' ');

const Facts = ({ match }: { match: GrantMatch }) => {
  const { grant } = match;
  const rows = [
    { key: words.funder, value: grant.funderName },
    { key: words.amount, value: `${amountText(grant)}. ${oddsOf(grant)}` },
    { key: words.when, value: timeText(match) },
    {
      key: words.paysFor,
      value: [...grant.whatItPays, ...grant.fundingTypes.map((type) => fundingTypes[type])].join('; '),
    },
    { key: words.doesNotPay, value: grant.whatItDoesNot.join('; ') },
    { key: words.effort, value: effortOf(grant) },
    { key: words.help, value: helpOf(grant) },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value !== '')} />;
};

/** One fund: its verdict for the answers given, its facts, its rules, and a way on whatever they say. */
export const GrantPage = ({ match, answers, councils, helpers }: Props) => {
  const { grant, reasons, verified, verdict } = match;
  const isAnswered = Object.values(answers).some((answer) => answer !== null);
  return (
    <>
      <BackLink href={withAnswers('/grants', answers)}>{words.back}</BackLink>
      <h1 class="govuk-heading-xl">{grant.title}</h1>
      <p class="lede">{grant.summary}</p>
      <p class="govuk-body">
        <GrantTags match={match} />
      </p>
      {!verified && <InsetText>{words.unverifiedHelp}</InsetText>}
      <div class="columns columns--aside">
        <div>
          <h2 class="govuk-heading-m">{isAnswered ? words.verdicts[verdict] : words.rules}</h2>
          {isAnswered && <p class="govuk-body">{headline(reasons)}</p>}
          {reasons.length === 0 && <p class="govuk-body">{words.noRules}</p>}
          <Reasons reasons={reasons} say={sayFrom(councils)} />
          {!isAnswered && (
            <p class="govuk-body">
              <a class="govuk-link" href="/grants">
                {words.answerFirst}
              </a>
            </p>
          )}
        </div>
        <div>
          <h2 class="govuk-heading-m">{words.about}</h2>
          <Facts match={match} />
          <p class="govuk-hint">{words.checked(dayOf(grant.sourceCheckedAt))}</p>
          <h2 class="govuk-heading-m">{words.next}</h2>
          <LinkButton href={grant.sourceUrl} attributes={{ rel: 'noopener noreferrer' }}>
            {words.apply}
          </LinkButton>
          <p class="govuk-body">{words.ring}</p>
          <Ring helpers={helpers} />
          <p class="govuk-body">{words.funderDecides}</p>
        </div>
      </div>
    </>
  );
};
