import { type Capacity, CapacityState, type Room } from '../../model/capacity.ts';
import type { Instant } from '../../model/dates.ts';
import type { ServiceId } from '../../model/ids.ts';
import { date } from '../../text/en/format.ts';
import { links } from '../../text/en/links.ts';
import { roomChoices, roomState } from '../../text/en/room.ts';
import { Button } from '../button.tsx';
import { Card } from '../card.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { NotificationBanner } from '../notification-banner.tsx';
import { RoomTag } from '../room-tag.tsx';

const words = links.room;

/** An activity and its room as it is now. */
export type RoomOf = { id: ServiceId; name: string; room: Room };
/** What a press just did. */
export type RoomDone =
  | { kind: 'said'; id: ServiceId; name: string; capacity: Capacity; before: Capacity | null }
  | { kind: 'undone' };
export type RoomLinkProps = {
  group: string;
  activities: readonly RoomOf[];
  now: Instant;
  problem?: string | undefined;
  done?: RoomDone;
};

const Undo = ({ id }: { id: ServiceId }) => (
  <form method="post">
    <input type="hidden" name="service" value={id} />
    <Button look="secondary" name="say" value="undo">
      {words.undo}
    </Button>
  </form>
);

const Done = ({ done }: { done: RoomDone }) => {
  if (done.kind === 'undone') return <NotificationBanner success text={words.undone} />;
  const { id, name, capacity, before } = done;
  return (
    <NotificationBanner success>
      <p class="govuk-notification-banner__heading">{words.thanks}</p>
      <p class="govuk-body">{words.now(name, roomState[capacity.state], date(capacity.goodUntil))}</p>
      <p class="govuk-body">
        {before === null ? words.beforeNever : words.before(roomState[before.state], date(before.asOf))}
      </p>
      <Undo id={id} />
    </NotificationBanner>
  );
};

const Activity = ({ of: { id, name, room }, now }: { of: RoomOf; now: Instant }) => (
  <Card title={name}>
    <RoomTag room={room} now={now} />
    <form method="post">
      <input type="hidden" name="service" value={id} />
      <div class="govuk-button-group">
        {CapacityState.options.map((state) => (
          <Button key={state} look="secondary" name="say" value={state}>
            {roomChoices[state]}
            <span class="govuk-visually-hidden">{words.of(name)}</span>
          </Button>
        ))}
      </div>
    </form>
  </Card>
);

/** The page of a room link: one press an activity, complete without script. */
export const RoomLinkPage = ({ group, activities, now, problem, done }: RoomLinkProps) => (
  <>
    {problem !== undefined && <ErrorSummary errors={[{ text: problem, href: '#content' }]} />}
    {done !== undefined && <Done done={done} />}
    <h1 class="govuk-heading-xl">{words.titleOf(group)}</h1>
    <p class="govuk-body">{activities.length === 0 ? words.none : words.hint}</p>
    {activities.map((of) => (
      <Activity key={of.id} of={of} now={now} />
    ))}
    <p class="govuk-body">{words.again}</p>
  </>
);
