import { useState } from 'preact/hooks';
import type { Need } from '#shared/model/need.ts';
import { introductions as words } from '#shared/text/en/introductions.ts';
import { needs as needWords } from '#shared/text/en/needs.ts';
import { Button } from '#shared/ui/button.tsx';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { Details } from '#shared/ui/details.tsx';
import { Select } from '#shared/ui/select.tsx';
import { codesOf } from '../../lib/items.ts';
import { isNeed, needsIn } from '../../lib/needs-in-query.ts';
import { Refusal } from '../refusal.tsx';
import { DayField } from './day-field.tsx';
import { type TellingProps, type ToldOf, useRecording } from './recording.ts';
import { TellingWhatFor } from './what-for.tsx';

/** As many as one introduction may name. */
const MOST_NEEDS = 6;

/** What it was for, as the search said it; from a group's own page the first thing that the activity helps with. */
function neededAtFirst(about: ToldOf | undefined): Need[] {
  const sought = needsIn(window.location.search);
  return sought.length > 0 ? sought.slice(0, MOST_NEEDS) : (about?.service.needs.slice(0, 1) ?? []);
}

/** What somebody may put right before they tap: they need not. */
const More = ({ now }: { now: string }) => (
  <Details summary={words.change}>
    <Select
      id="need"
      label={words.otherNeed}
      items={[
        { value: '', text: words.asSaid },
        ...codesOf(needWords).map((value) => ({ value, text: needWords[value] })),
      ]}
    />
    <DayField now={now} />
  </Details>
);

/** Two buttons, one of which records it; what it was for, the day and the card are there already. */
function Telling({ known, ...props }: TellingProps & { known: Need[] }) {
  const { record, isBusy, trouble } = useRecording(props);
  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    const need = String(data.get('need'));
    const how = event.submitter?.getAttribute('value') === 'taken_to' ? 'taken_to' : 'told_of';
    const said = { how, needs: isNeed(need) ? [need] : known, on: String(data.get('on')) } as const;
    void record(said, data.has('prints'));
  }
  return (
    <form onSubmit={onSubmit} noValidate aria-busy={isBusy}>
      <p class="govuk-body">
        <strong>{words.for(known.map((need) => needWords[need]).join(', '))}</strong>
      </p>
      {trouble !== undefined && <Refusal refused={trouble} isKept />}
      <More now={props.now} />
      {props.about !== undefined && (
        <Checkboxes
          id="prints"
          name="prints"
          fieldset={false}
          small
          items={[{ value: 'yes', text: words.prints, checked: true }]}
        />
      )}
      <div class="room-choices">
        <Button name="how" value="told_of">
          {words.told}
        </Button>
        <Button name="how" value="taken_to">
          {words.taken}
        </Button>
      </div>
    </form>
  );
}

/** One tap records it: on what was done where it is known what it was for, else on what it was for. */
export function Tell(props: TellingProps) {
  const [known] = useState(() => neededAtFirst(props.about));
  return known.length === 0 ? <TellingWhatFor {...props} /> : <Telling known={known} {...props} />;
}
