import type { ReferralRow } from '#shared/api/referrals.ts';
import { due } from '#shared/text/en/days-ahead.ts';
import { elsewhere } from '#shared/text/en/elsewhere.ts';
import { ago, date } from '#shared/text/en/format.ts';
import { lists as words } from '#shared/text/en/lists.ts';
import { needs } from '#shared/text/en/needs.ts';
import { referralStates } from '#shared/text/en/referral.ts';
import { Card } from '#shared/ui/card.tsx';
import { Tag, type TagColour } from '#shared/ui/tag.tsx';
import { WithoutReferral } from './without-referral.tsx';

type CardProps = {
  row: ReferralRow;
  /** Server time. */
  now: string;
  side: 'sender' | 'reader';
  /** Whether several people’s referrals stand here. */
  isTeam: boolean;
};

const COLOURS: Partial<Record<ReferralRow['state'], TagColour>> = {
  sent: 'yellow',
  info_needed: 'orange',
  waitlisted: 'purple',
  accepted: 'teal',
  started: 'green',
  handed_back: 'red',
};

function Tags({ row, side }: Pick<CardProps, 'row' | 'side'>) {
  const isNew = side === 'reader' && row.state === 'sent' && row.openedAt === null;
  return (
    <p class="referral-card__tags">
      <Tag colour={COLOURS[row.state] ?? 'grey'}>{isNew ? words.new : referralStates[row.state]}</Tag>
      {row.priority === 'time_sensitive' && <Tag colour="red">{words.soon}</Tag>}
    </p>
  );
}

/** By when: the day it is due; when that has passed, the day on which it ends by itself, or for how long it is late. */
function byWhen({ dueAt, endsAt, waitsFor }: ReferralRow, now: string): string | undefined {
  if (dueAt !== null && dueAt > now) return words.due(due(dueAt, now), date(dueAt));
  if (endsAt !== null) return words.ends(due(endsAt, now), date(endsAt));
  return dueAt === null || waitsFor === null ? undefined : words.late(due(dueAt, now), date(dueAt));
}

/** One referral in a list: what for, where, when and what is due. Who it is about stands nowhere. */
export function ReferralCard({ row, now, side, isTeam }: CardProps) {
  const facts = [
    row.wardName,
    side === 'sender' ? `${row.serviceName}, ${row.organizationName}` : row.serviceName,
    `${words.sent(ago(row.sentAt, now))}${isTeam || side === 'reader' ? ` ${words.by(row.senderName)}` : ''}`,
    side === 'sender' && row.state === 'sent' && row.openedAt !== null ? words.opened : undefined,
  ];
  const [why, when] = [row.waitsFor === null ? undefined : words.why[row.waitsFor], byWhen(row, now)];
  return (
    <Card
      href={`/referrals/${row.id}`}
      title={
        <>
          {row.needs.map((need) => needs[need]).join(', ')} <span class="reference">{row.reference}</span>
        </>
      }
      heading="h3"
      tone={why === undefined ? undefined : 'strong'}
      class="referral-card"
    >
      <Tags row={row} side={side} />
      {row.label !== null && (
        <p class="govuk-body">
          <span class="govuk-visually-hidden">{words.label}: </span>
          <strong>{row.label}</strong>
        </p>
      )}
      {(why ?? when) !== undefined && (
        <p class="govuk-body">
          {why !== undefined && <strong>{why}. </strong>}
          {when}
        </p>
      )}
      <p class="govuk-body">{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
      {row.waitsFor === 'find_elsewhere' && (
        <>
          <p class="govuk-body no-print">
            <a class="govuk-link govuk-!-font-weight-bold" href={`/elsewhere?referral=${row.id}`}>
              {elsewhere.title}
              <span class="govuk-visually-hidden"> ({row.reference})</span>
            </a>
          </p>
          <WithoutReferral of={row} />
        </>
      )}
    </Card>
  );
}
