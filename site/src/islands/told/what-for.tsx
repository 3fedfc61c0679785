import { useRef } from 'preact/hooks';
import type { Need } from '#shared/model/need.ts';
import { introductions as words } from '#shared/text/en/introductions.ts';
import { needs as needWords } from '#shared/text/en/needs.ts';
import { Button } from '#shared/ui/button.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { codesOf } from '../../lib/items.ts';
import { Refusal } from '../refusal.tsx';
import { DayField } from './day-field.tsx';
import { type TellingProps, useRecording } from './recording.ts';

/** Where nothing says what it was for: one tap on the need records it, with the day and what was done beside it. */
export function TellingWhatFor(props: TellingProps) {
  const form = useRef<HTMLFormElement>(null);
  const { record, isBusy, trouble } = useRecording(props);
  function onNeed(need: Need): void {
    if (form.current === null) return;
    const data = new FormData(form.current);
    const how = data.get('how') === 'taken_to' ? 'taken_to' : 'told_of';
    void record({ how, needs: [need], on: String(data.get('on')) });
  }
  return (
    <>
      {trouble !== undefined && <Refusal refused={trouble} isKept />}
      <form ref={form} onSubmit={(event) => event.preventDefault()}>
        <Radios
          id="how"
          name="how"
          legend={words.how}
          legendSize="s"
          small
          inline
          value="told_of"
          items={[
            { value: 'told_of', text: words.told },
            { value: 'taken_to', text: words.taken },
          ]}
        />
        <DayField now={props.now} />
      </form>
      <h2 class="govuk-heading-m">{words.need}</h2>
      <p class="govuk-body">{words.needHint}</p>
      <div class="room-choices" aria-busy={isBusy}>
        {codesOf(needWords).map((need) => (
          <Button key={need} type="button" look="secondary" onClick={() => onNeed(need)}>
            {needWords[need]}
          </Button>
        ))}
      </div>
    </>
  );
}
