import type * as z from 'zod/mini';
import type { referralForm } from '#shared/api/groups.ts';
import { confirmedOn } from '#shared/text/en/safeguarding.ts';
import { whenOf } from '../../lib/schedule.ts';
import { RoomNow } from '../room-now.tsx';
import { AboutActivity } from './about.drawn.tsx';

export type ReferralForm = z.output<typeof referralForm.reply>;

/** The activity as it stands today. */
export function GroupFacts({ about }: { about: ReferralForm }) {
  const { service, safeguarding, groupPhone, room } = about;
  const when = whenOf(service.schedules);
  return (
    <AboutActivity
      group={service.organizationName}
      groupHref={`/groups/${service.organizationId}`}
      activity={service.name}
      room={<RoomNow room={room} now={`${about.today}T12:00:00.000Z`} />}
      when={when}
      noTimes={when === ''}
      ward={service.wardName}
      standing={safeguarding.status}
      confirmedOn={confirmedOn(safeguarding)}
      phone={groupPhone?.number ?? ''}
      bestTimes={groupPhone?.bestTimes ?? ''}
      isNew={about.isNew}
      {...{ [`tier-${safeguarding.tier}`]: true, [about.whyNot ?? room.state]: true }}
    />
  );
}
