import type * as z from 'zod/mini';
import type { referralForm } from '#shared/api/groups.ts';
import { refer as words } from '#shared/text/en/refer.ts';
import {
  safeguardingStanding,
  safeguarding as safeguardingWords,
  tiers,
} from '#shared/text/en/safeguarding.ts';
import { CallButton } from '#shared/ui/call-button.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import { RoomTag } from '#shared/ui/room-tag.tsx';
import { WarningText } from '#shared/ui/warning-text.tsx';
import { whenOf } from '../../lib/schedule.ts';

export type ReferralForm = z.output<typeof referralForm.reply>;

/** Why nothing can be sent just now, in words; undefined when it can. */
export function whyNot({
  room,
  referable,
  unclaimed,
}: Pick<ReferralForm, 'room' | 'referable' | 'unclaimed'>): string | undefined {
  if (unclaimed) return words.group.unclaimed;
  if (!referable) return words.group.notReferable;
  return room.state === 'full' || room.state === 'paused' ? words.group.full : undefined;
}

const RoomAdvice = ({ room }: Pick<ReferralForm, 'room'>) => {
  if (room.state === 'unknown') return <InsetText>{words.group.ringFirst}</InsetText>;
  return room.state === 'waiting_list' ? <InsetText>{words.group.waiting}</InsetText> : null;
};

/** What must be seen before anything is typed: room and when it was said, times, safeguarding, the group's number. */
export function GroupFacts({ about }: { about: ReferralForm }) {
  const { service, safeguarding, groupPhone } = about;
  const reason = whyNot(about);
  return (
    <section class="card" aria-labelledby="about-title">
      <h2 class="card__title" id="about-title">
        {service.name}
      </h2>
      <RoomTag room={about.room} now={`${about.today}T12:00:00.000Z`} />
      <p class="govuk-body">
        {whenOf(service.schedules) || words.group.noTimes}, {service.wardName}.{' '}
        <a class="govuk-link" href={`/groups/${service.organizationId}`} target="_blank" rel="noopener">
          {words.group.see}
        </a>
      </p>
      <p class="govuk-body">
        {safeguardingStanding(safeguarding)}. {safeguardingWords.howPeopleMeet}: {tiers[safeguarding.tier]}.
      </p>
      {reason === undefined ? <RoomAdvice room={about.room} /> : <WarningText>{reason}</WarningText>}
      {groupPhone !== null && (
        <CallButton phone={groupPhone.number} note={groupPhone.bestTimes} look="secondary">
          {words.group.ring(service.organizationName)}
        </CallButton>
      )}
    </section>
  );
}
