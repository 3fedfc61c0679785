import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type CapacityStatement, capacityState, type OwnService } from '#shared/api/groups.ts';
import type { CapacityState } from '#shared/model/capacity.ts';
import { date } from '#shared/text/en/format.ts';
import { myGroup } from '#shared/text/en/my-group.ts';
import { roomChoices } from '#shared/text/en/room.ts';
import { Button } from '#shared/ui/button.tsx';
import { RoomTag } from '#shared/ui/room-tag.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import type { Call, Reply } from '../../lib/api.ts';
import { codesOf } from '../../lib/items.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Refusal } from '../refusal.tsx';

const words = myGroup.room;

/** What was typed as a number of places: null when left out, undefined when it is no number. */
export function placesOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  return /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : undefined;
}

const isState = (value: FormDataEntryValue | null): value is CapacityState =>
  typeof value === 'string' && Object.hasOwn(roomChoices, value);

/** Whether the group gave a number of places and each has gone to a referral. */
const isAllTaken = ({ capacity, room }: OwnService): boolean =>
  capacity?.places === 0 && room.state === 'full' && capacity.state !== 'full';

type Said = { of: OwnService; before: OwnService['capacity']; news: 'said' | 'undone' | undefined };

type StatementProps = { own: OwnService; now: string; call: Call; onSaid?: () => void };

/** One press says how much room there is; the number is extra; Undo says again what was said before. */
export function RoomStatement({ own, now, call, onSaid }: StatementProps) {
  const [said, setSaid] = useState<Said>({ of: own, before: null, news: undefined });
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { send, isBusy, refused } = useSubmit<Reply<typeof capacityState>>();
  const status = useRef<HTMLParagraphElement>(null);
  const id = own.service.id;
  useLayoutEffect(() => {
    if (said.news !== undefined) status.current?.focus();
  }, [said]);
  async function state(statement: CapacityStatement, news: Said['news']): Promise<void> {
    const answer = await send((key) =>
      call(capacityState, { params: { serviceId: id }, body: statement, key }),
    );
    if (answer?.ok !== true) return;
    setSaid({
      of: { ...own, ...answer.value },
      before: news === 'said' ? said.of.capacity : null,
      news,
    });
    onSaid?.();
  }
  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget, event.submitter);
    const places = placesOf(String(data.get('places') ?? ''));
    const chosen = data.get('state');
    setProblem(places === undefined ? words.problem : undefined);
    if (places !== undefined && isState(chosen)) void state({ state: chosen, places }, 'said');
  }
  const { before } = said;
  return (
    <section aria-labelledby={`room-${id}`}>
      <h3 class="govuk-heading-s" id={`room-${id}`}>
        {words.title}
        <span class="govuk-visually-hidden"> {own.service.name}</span>
      </h3>
      <RoomTag room={said.of.room} now={now} />
      {isAllTaken(said.of) && <p class="govuk-body">{words.allTaken}</p>}
      <p class="govuk-body" role="status" tabIndex={-1} ref={status}>
        {said.news !== undefined && <strong>{words[said.news]}</strong>}{' '}
        {said.of.capacity !== null && words.until(date(said.of.capacity.goodUntil))}
      </p>
      {before !== null && (
        <Button
          type="button"
          look="secondary"
          onClick={() => void state({ state: before.state, places: before.places }, 'undone')}
        >
          {words.undo}
        </Button>
      )}
      {refused !== undefined && <Refusal refused={refused} isKept />}
      <form onSubmit={onSubmit} noValidate aria-busy={isBusy}>
        <p class="govuk-hint">{words.hint}</p>
        <TextInput
          id={`places-${id}`}
          name="places"
          label={words.places}
          error={problem}
          inputmode="numeric"
          width={3}
          autocomplete="off"
        />
        <div class="room-choices">
          {codesOf(roomChoices).map((value) => (
            <Button key={value} name="state" value={value} look="secondary" class="room-choices__one">
              {roomChoices[value]}
            </Button>
          ))}
        </div>
      </form>
    </section>
  );
}
