import type { PublicGroup, PublicService } from '#shared/api/group-public.ts';
import { costOf } from '#shared/text/en/listing.ts';
import { takeHomeCard as words } from '#shared/text/en/take-home.ts';
import { SummaryList } from '#shared/ui/summary-list.tsx';
import { whenOf } from '../../lib/schedule.ts';

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

const row = (key: string, value: string) => (value === '' ? [] : [{ key, value }]);

/** What is known of the way: only what the group has said. */
const gettingThere = ({ access }: Pick<PublicService, 'access'>): string =>
  [access.nearBusStop === true && words.bus, access.stepFree === true && words.noSteps]
    .filter(Boolean)
    .join(' ');

/** What the person takes home: group, day, place and whom to ring. Nothing on it says who they are. */
export const TakeHomeCard = ({ group, service, sender, reference = '' }: CardProps) => (
  <section class="card take-home" aria-labelledby="card-title">
    <h2 class="card__title" id="card-title">
      {service.name}, {group.name}
    </h2>
    <SummaryList
      rows={[
        ...row(words.when, whenOf(service.schedules)),
        ...row(words.where, placeOf(service)),
        ...row(words.getThere, gettingThere(service)),
        ...row(words.cost, costOf(service.cost)),
        ...row(words.first, service.firstVisit),
        ...row(words.ringGroup, group.phone === null ? '' : `${group.phone.number} ${group.phone.bestTimes}`),
        ...row(words.ringMe, sender.phone === null ? '' : `${sender.name} ${sender.phone}`),
        ...row(words.reference, reference),
      ]}
    />
  </section>
);
