import type { PublicGroup, PublicService } from '#shared/api/group-public.ts';
import { costOf } from '#shared/text/en/listing.ts';
import { whenOf } from '../../lib/schedule.ts';
import { TakeHome, type TakeHomeFacts } from './take-home.drawn.tsx';

type CardProps = {
  group: Pick<PublicGroup, 'name' | 'phone'>;
  service: Pick<PublicService, 'name' | 'schedules' | 'place' | 'access' | 'cost' | 'firstVisit'>;
  sender: { name: string; phone: string | null };
  /** What to say when ringing about a referral. */
  reference?: string;
};

/** Where somebody goes: the address, or the ward alone when the group keeps its address back. */
export const placeOf = ({ place }: Pick<PublicService, 'place'>): string =>
  place.address === null
    ? place.wardName
    : [place.name, place.address, place.postcode ?? ''].filter(Boolean).join(', ');

/** What fills the card: only what the group has said. */
export const cardOf = ({ group, service, sender, reference = '' }: CardProps): TakeHomeFacts => ({
  activity: service.name,
  group: group.name,
  when: whenOf(service.schedules),
  where: placeOf(service),
  bus: service.access.nearBusStop === true,
  noSteps: service.access.stepFree === true,
  cost: costOf(service.cost),
  first: service.firstVisit,
  ringGroup: group.phone === null ? '' : `${group.phone.number} ${group.phone.bestTimes}`,
  ringMe: sender.phone === null ? '' : `${sender.name} ${sender.phone}`,
  reference,
});

/** What the person takes home: group, day, place and whom to ring. Nothing on it says who they are. */
export const TakeHomeCard = (props: CardProps) => <TakeHome {...cardOf(props)} />;
