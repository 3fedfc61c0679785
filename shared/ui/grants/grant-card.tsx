import type { GrantAnswers } from '../../model/grant-answers.ts';
import type { GrantMatch, GrantSummary } from '../../model/grant-match.ts';
import { headline } from '../../text/en/grant-headline.ts';
import { grants as words } from '../../text/en/grants.ts';
import { money } from '../../text/en/money.ts';
import { Card } from '../card.tsx';
import { Details } from '../details.tsx';
import { Tag } from '../tag.tsx';
import { Reasons, Remedy } from './reasons.tsx';
import type { GrantSay } from './say.ts';
import { withAnswers } from './with-answers.ts';

const pounds = (amount: number) => money(amount * 100);

/** How much a fund gives, in words. */
export function amountText({ amount: { min, max, typical } }: Pick<GrantSummary, 'amount'>): string {
  const often = typical === null ? '' : `, ${words.typical(pounds(typical))}`;
  if (min !== null && max !== null) return words.between(pounds(min), pounds(max)) + often;
  if (max !== null) return words.upTo(pounds(max)) + often;
  return (min === null ? words.anyAmount : words.from(pounds(min))) + often;
}

/** When to send a bid and when it is decided, in words. */
export function timeText({ grant, time }: Pick<GrantMatch, 'grant' | 'time'>): string {
  if (time.state === 'closed') return words.isClosed;
  const opens = time.state === 'not_open_yet' && grant.openFrom !== null ? words.opens(grant.openFrom) : '';
  const until =
    time.deadline === null || time.daysLeft === null
      ? words.always
      : words.closes(time.deadline, time.daysLeft);
  const decided = time.decidedOn === null ? '' : words.decided(time.decidedOn);
  return `${[opens, until, decided].filter(Boolean).join('; ')}.`;
}

export const GrantTags = ({ match: { time, verified } }: { match: GrantMatch }) => (
  <>
    {!verified && <Tag colour="grey">{words.unverified}</Tag>}{' '}
    {words.time[time.state] !== '' && (
      <Tag colour={time.state === 'in_time' ? 'green' : time.state === 'too_late' ? 'red' : 'grey'}>
        {words.time[time.state]}
      </Tag>
    )}
  </>
);

export type GrantCardProps = {
  match: GrantMatch;
  answers: GrantAnswers;
  say: GrantSay;
  /** Whether every reason can be opened here, where the fund's own page would know less of the group. */
  full: boolean;
};

/** One fund: what it gives and until when, the headline of its verdict, and what to do about it. */
export const GrantCard = ({ match, answers, say, full }: GrantCardProps) => {
  const { grant, reasons, verified } = match;
  const open = reasons.filter(
    ({ necessity, verdict }) => necessity === 'must' && (verdict === 'fail' || verdict === 'unknown'),
  );
  return (
    <Card
      title={grant.title}
      href={withAnswers(`/grants/${grant.id}`, answers)}
      above={grant.funderName}
      tone={verified ? undefined : 'quiet'}
      attributes={{ 'data-grant': grant.id, 'data-verdict': match.verdict, 'data-time': match.time.state }}
    >
      <p class="govuk-body">
        {amountText(grant)}. {timeText(match)} <GrantTags match={match} />
      </p>
      {!verified && (
        <p class="govuk-body">
          <a class="govuk-link" href={grant.sourceUrl} rel="noopener noreferrer">
            {words.check}
            <span class="govuk-visually-hidden">: {grant.title}</span>
          </a>
        </p>
      )}
      <p class="govuk-body">
        <strong>{headline(reasons)}</strong>
      </p>
      {open.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {open.map((reason) => (
            <li key={reason.criterionId}>
              {reason.rule}. <Remedy reason={reason} say={say} />
            </li>
          ))}
        </ul>
      )}
      {full && (
        <Details
          summary={
            <>
              {words.why}
              <span class="govuk-visually-hidden"> ({grant.title})</span>
            </>
          }
        >
          <Reasons reasons={reasons} say={say} />
        </Details>
      )}
    </Card>
  );
};
