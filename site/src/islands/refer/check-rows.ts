import type { ReferralRequest } from '#shared/api/referrals.ts';
import { date } from '#shared/text/en/format.ts';
import { needs } from '#shared/text/en/needs.ts';
import { refer } from '#shared/text/en/refer.ts';
import { referSending as words } from '#shared/text/en/refer-sending.ts';
import { accessNeeds, origins, preferredTimes, safeContact } from '#shared/text/en/referral.ts';
import type { SummaryRow } from '#shared/ui/summary-list.tsx';

type Person = ReferralRequest['person'];

const named = <Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, string>>): string =>
  codes.map((code) => labels[code]).join(', ');

function reach(channel: Person['channel']): string {
  const how = refer.person.channels[channel.kind];
  if (channel.kind === 'phone') return `${how}: ${channel.phone}`;
  return channel.kind === 'email' ? `${how}: ${channel.email}` : how;
}

const agreed = ({ agreement }: ReferralRequest): string =>
  [
    refer.agreement.whos[agreement.givenBy],
    refer.agreement.hows[agreement.how].toLowerCase(),
    date(agreement.agreedOn),
  ].join(', ');

const row = (key: string, value: string, id: string): SummaryRow => ({
  key,
  value,
  actions: [{ text: words.check.change, href: `#${id}`, hidden: key.toLowerCase() }],
});

const optional = (key: string, value: string | null, id: string): SummaryRow[] =>
  value === null || value === '' ? [] : [row(key, value, id)];

function moreRows(given: ReferralRequest): SummaryRow[] {
  const { rows, yes } = words.check;
  return [
    ...optional(rows.wouldLike, given.wouldLike, 'wouldLike'),
    ...optional(rows.access, named(given.accessNeeds, accessNeeds), 'accessNeeds'),
    ...optional(rows.times, named(given.times, preferredTimes), 'times'),
    ...optional(rows.speakFirst, given.speakToSenderFirst ? yes : null, 'speakToSenderFirst'),
    row(rows.priority, given.priority === 'routine' ? words.check.routine : words.check.soon, 'priority'),
    ...optional(rows.surname, given.person.surname, 'person-surname'),
    ...optional(rows.safeNote, given.person.safeContactNote, 'person-safeContactNote'),
    ...optional(rows.label, given.label, 'label'),
  ];
}

/** Every answer as it will be sent, each with the field that changes it. */
export function checkRows(given: ReferralRequest): SummaryRow[] {
  const { rows } = words.check;
  return [
    row(rows.checks, `${words.check.nobody}. ${words.check.fits}.`, 'stopPanelPassed'),
    row(rows.needs, named(given.needs, needs), 'needs'),
    row(rows.ward, given.wardName, 'ward'),
    row(rows.name, given.person.preferredName, 'person-preferredName'),
    row(rows.channel, reach(given.person.channel), 'person-channel-kind'),
    ...optional(rows.safe, named(given.person.safeContact, safeContact), 'person-safeContact'),
    row(rows.agreement, agreed(given), 'agreement-how'),
    row(rows.origin, origins[given.origin], 'origin'),
    ...moreRows(given),
  ];
}
