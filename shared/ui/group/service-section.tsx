import type { PublicService } from '../../api/group-public.ts';
import type { Instant } from '../../model/dates.ts';
import { activities } from '../../text/en/activities.ts';
import { find } from '../../text/en/find.ts';
import { dayOf } from '../../text/en/format.ts';
import { groupPage as words } from '../../text/en/group-page.ts';
import {
  type AccessFact,
  accessAnswer,
  accessFacts,
  ages,
  costOf,
  onlyFor,
  serviceStatuses,
} from '../../text/en/listing.ts';
import { needs } from '../../text/en/needs.ts';
import { safeguarding, tiers } from '../../text/en/safeguarding.ts';
import { timesOf } from '../../text/en/times.ts';
import { withoutReferral } from '../../text/en/without-referral.ts';
import { Card } from '../card.tsx';
import { referHref, type Sought, toldHref } from '../find/answers.ts';
import { ForRoles, LINK_WORKERS } from '../for-roles.tsx';
import { LinkButton } from '../link-button.tsx';
import { RoomTag } from '../room-tag.tsx';
import { SummaryList, type SummaryRow } from '../summary-list.tsx';
import { Tag } from '../tag.tsx';

function whereOf({ place }: PublicService): string {
  if (place.address === null) return words.masked(place.wardName);
  return [place.name, place.address, place.wardName, place.postcode].filter(Boolean).join(', ');
}

function forWhomOf({ eligibility }: PublicService): string {
  const limits = [ages(eligibility), ...eligibility.onlyFor.map((one) => onlyFor[one])].filter(Boolean);
  return limits.length === 0 ? words.everyone : limits.join('; ');
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul class="govuk-list">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

function rowsOf(service: PublicService, today: string, unclaimed: boolean): SummaryRow[] {
  const times = timesOf(service.schedules, today);
  const facts = Object.keys(accessFacts) as AccessFact[]; // Object.keys forgets the keys of a record.
  const rows: SummaryRow[] = [
    { key: words.when, value: times.length === 0 ? find.noTimes : <List items={times} /> },
    { key: words.where, value: whereOf(service) },
    { key: words.cost, value: costOf(service.cost) },
    { key: words.forWhom, value: forWhomOf(service) },
    ...(unclaimed ? [] : [{ key: safeguarding.howPeopleMeet, value: tiers[service.tier] }]),
    { key: words.helpsWith, value: service.needs.map((need) => needs[need]).join(', ') },
    ...(service.firstVisit === '' ? [] : [{ key: words.firstVisit, value: service.firstVisit }]),
    {
      key: words.access,
      value: (
        <List items={facts.map((fact) => `${accessFacts[fact]}: ${accessAnswer(service.access[fact])}`)} />
      ),
    },
  ];
  if (service.access.languages.length > 0)
    rows.push({ key: words.languages, value: service.access.languages.join(', ') });
  if (service.exclusions.length > 0)
    rows.push({ key: words.limits, value: <List items={service.exclusions} /> });
  return rows;
}

type SectionProps = { service: PublicService; now: Instant; sought: Sought; unclaimed: boolean };

/** One activity of a group: how much room there is, when, where, for whom, at what cost, and what to expect. */
export const ServiceSection = ({ service, now, sought, unclaimed }: SectionProps) => (
  <Card
    heading="h3"
    title={service.name}
    above={activities[service.kind]}
    attributes={{ id: `s-${service.id}`, 'data-service': service.id }}
  >
    {service.status === 'active' ? (
      <RoomTag room={service.room} now={now} explained />
    ) : (
      <p>
        <Tag colour="grey">{serviceStatuses[service.status]}</Tag>
      </p>
    )}
    <p>{service.description}</p>
    <SummaryList rows={rowsOf(service, dayOf(now), unclaimed)} />
    {service.referable ? (
      <div class="no-print">
        <LinkButton href={referHref(service.id, sought)} look="secondary">
          {words.refer}
        </LinkButton>
        <p class="govuk-hint">{words.referHint}</p>
      </div>
    ) : (
      <p>{unclaimed ? words.source.notReferable : words.notReferable}</p>
    )}
    <ForRoles roles={LINK_WORKERS} href={toldHref(service.organizationId, service.id, sought)}>
      {withoutReferral.told}
      <span class="govuk-visually-hidden">{withoutReferral.toldOf(service.name)}</span>
    </ForRoles>
  </Card>
);
