import type { SearchResult } from '../../api/search.ts';
import type { Instant } from '../../model/dates.ts';
import { activities } from '../../text/en/activities.ts';
import { find as words } from '../../text/en/find.ts';
import { dayOf } from '../../text/en/format.ts';
import { costOf } from '../../text/en/listing.ts';
import { matchReason, milesAway } from '../../text/en/search.ts';
import { timesOf } from '../../text/en/times.ts';
import { withoutReferral } from '../../text/en/without-referral.ts';
import { Card } from '../card.tsx';
import { ForRoles, LINK_WORKERS } from '../for-roles.tsx';
import { RoomTag } from '../room-tag.tsx';
import { type Answers, groupHref, referHref, toldHref } from './answers.ts';

const because = ({ reasons }: SearchResult): string => {
  const texts = reasons.map(matchReason);
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(', ')} and ${last}`;
};

const where = ({ wardName, miles }: SearchResult): string =>
  miles === null ? wardName : `${wardName}, ${milesAway(miles)}`;

/** One activity found: its room and when that was said, why it is here, when, where and what it costs. */
export const ResultCard = ({
  result,
  answers,
  now,
}: {
  result: SearchResult;
  answers: Answers;
  now: Instant;
}) => {
  const times = timesOf(result.schedules, dayOf(now));
  return (
    <Card
      heading="h3"
      title={result.serviceName}
      href={groupHref(result.organizationId, result.serviceId, answers)}
      above={`${activities[result.kind]} · ${result.organizationName}`}
      attributes={{ 'data-service': result.serviceId }}
    >
      <RoomTag room={result.room} now={now} />
      {result.unclaimed && <p class="govuk-hint">{words.unclaimed}</p>}
      {result.reasons.length > 0 && (
        <p>
          {words.because} {because(result)}.
        </p>
      )}
      <dl class="facts">
        <dt>{words.when}</dt>
        <dd>{times.length === 0 ? words.noTimes : times.join('; ')}</dd>
        <dt>{words.where}</dt>
        <dd>{where(result)}</dd>
        <dt>{words.cost}</dt>
        <dd>{costOf({ pence: result.pence, note: '' })}</dd>
      </dl>
      {result.referable && (
        <p class="no-print">
          <a class="govuk-link" href={referHref(result.serviceId, answers)}>
            {words.refer}
            <span class="govuk-visually-hidden"> {words.referTo(result.serviceName)}</span>
          </a>{' '}
          {words.referHint} {result.isNew && words.isNew}
        </p>
      )}
      <ForRoles roles={LINK_WORKERS} href={toldHref(result.organizationId, result.serviceId, answers)}>
        {withoutReferral.told}
        <span class="govuk-visually-hidden">{withoutReferral.toldOf(result.serviceName)}</span>
      </ForRoles>
    </Card>
  );
};
