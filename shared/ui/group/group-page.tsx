import type { PublicGroup } from '../../api/group-public.ts';
import type { Instant } from '../../model/dates.ts';
import type { PublicSource } from '../../model/listing-source.ts';
import { staleBefore } from '../../model/looked-at.ts';
import { ago, date } from '../../text/en/format.ts';
import { groupPage as words } from '../../text/en/group-page.ts';
import { linkWorkers } from '../../text/en/link-workers.ts';
import { legalForms } from '../../text/en/listing.ts';
import { safeguarding as safeguardingWords } from '../../text/en/safeguarding.ts';
import { BackLink } from '../back-link.tsx';
import { CallButton } from '../call-button.tsx';
import type { Sought } from '../find/answers.ts';
import { type Helper, Ring } from '../find/ring.tsx';
import { COORDINATORS, ForRoles } from '../for-roles.tsx';
import { InsetText } from '../inset-text.tsx';
import { SummaryList, type SummaryRow } from '../summary-list.tsx';
import { ServiceSection } from './service-section.tsx';

/** What the group has confirmed, in its own name: never "approved" or "safe". */
function safeguardingOf({ safeguarding }: PublicGroup, now: Instant): string {
  const { status, confirmedAt, validUntil } = safeguarding;
  if (status === 'withdrawn_by_group' || status === 'paused_by_coordinator') return safeguardingWords.notNow;
  if (confirmedAt === null || validUntil === null) return safeguardingWords.notConfirmed;
  return validUntil > now ? safeguardingWords.confirmedOn(date(confirmedAt)) : safeguardingWords.outOfDate;
}

function factsOf(group: PublicGroup, now: Instant): SummaryRow[] {
  const { source } = group;
  const rows: SummaryRow[] = [
    ...(source === undefined ? [{ key: words.kind, value: legalForms[group.legalForm] }] : []),
    {
      key: safeguardingWords.basics,
      value: (
        <>
          {safeguardingOf(group, now)}
          {source === undefined && (
            <>
              <br />
              <span class="govuk-hint">{safeguardingWords.meaning}</span>
            </>
          )}
        </>
      ),
    },
  ];
  if (group.charityNumber !== null) rows.unshift({ key: words.number, value: group.charityNumber });
  return rows;
}

/** Where an unclaimed listing came from: said before anything it says. */
const From = ({ source, now }: { source: PublicSource; now: Instant }) => (
  <InsetText>
    <p class="govuk-body">
      {words.source.from}{' '}
      {source.url === null ? (
        source.name
      ) : (
        <a class="govuk-link" href={source.url} rel="noreferrer">
          {source.name}
        </a>
      )}
      {words.source.unchecked(ago(source.fetchedAt, now))}
    </p>
    {source.licence !== null && <p class="govuk-hint">{words.source.licence(source.licence)}</p>}
  </InsetText>
);

const Contact = ({ group }: { group: PublicGroup }) => (
  <>
    <h2 class="govuk-heading-m">{words.contact}</h2>
    {group.phone === null ? (
      <p class="govuk-body">{group.source === undefined ? words.noContact : words.source.noContact}</p>
    ) : (
      <CallButton phone={group.phone.number} note={group.phone.bestTimes}>
        {words.ring(group.name)}
      </CallButton>
    )}
    <p class="govuk-body no-print">
      {linkWorkers.rather}{' '}
      <a class="govuk-link" href="/link-workers">
        {linkWorkers.way}
      </a>
    </p>
    <ul class="govuk-list">
      {group.email !== null && (
        <li>
          <a class="govuk-link" href={`mailto:${group.email}`}>
            {group.email}
          </a>
        </li>
      )}
      {group.website !== null && (
        <li>
          <a class="govuk-link" href={group.website} rel="noreferrer">
            {group.website}
          </a>
        </li>
      )}
    </ul>
  </>
);

/** A group's page: what it does, when, where, for whom, at what cost, how much room there is, and how to reach it. */
export const GroupPage = ({ group, now, sought }: { group: PublicGroup; now: Instant; sought: Sought }) => (
  <>
    <BackLink href="/find">{words.back}</BackLink>
    <h1 class="govuk-heading-xl">{group.name}</h1>
    <p class="lede">{group.description}</p>
    {group.source !== undefined && <From source={group.source} now={now} />}
    <div class="columns columns--aside">
      <div>
        <h2 class="govuk-heading-l">{words.activities}</h2>
        {group.services.map((service) => (
          <ServiceSection
            key={service.id}
            service={service}
            now={now}
            sought={sought}
            unclaimed={group.source !== undefined}
          />
        ))}
      </div>
      <div>
        <Contact group={group} />
        <h2 class="govuk-heading-m">{words.about}</h2>
        <SummaryList rows={factsOf(group, now)} />
        {group.source === undefined ? (
          <p class="govuk-body">
            {words.reviewed(ago(group.lastReviewedAt, now))}
            {group.lastReviewedAt < staleBefore(now) && ` ${words.stale}`}
          </p>
        ) : (
          <p class="govuk-body no-print">
            {words.source.yours}{' '}
            <a class="govuk-link" href="/register">
              {words.source.claim}
            </a>
          </p>
        )}
        <p class="govuk-body no-print">
          {words.wrong}{' '}
          <a class="govuk-link" href={`/suggest?group=${group.id}`}>
            {words.wrongLink}
          </a>
        </p>
        <ForRoles roles={COORDINATORS} href={`/group-pause?group=${group.id}`}>
          {words.coordinators}
        </ForRoles>
      </div>
    </div>
  </>
);

/** What stands where a group is not: why that may be, and where to look. */
export const NoGroupPage = ({ helpers }: { helpers: readonly Helper[] }) => (
  <>
    <h1 class="govuk-heading-xl">{words.notFound}</h1>
    <p class="govuk-body">{words.notFoundHelp}</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/find">
        {words.search}
      </a>
    </p>
    <Ring helpers={helpers} />
  </>
);
