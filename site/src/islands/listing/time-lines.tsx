import { clock } from '#shared/text/en/clock.ts';
import { timesForm as words } from '#shared/text/en/listing-form.ts';
import { weekdays } from '#shared/text/en/weekdays.ts';
import { Button } from '#shared/ui/button.tsx';
import { Fieldset } from '#shared/ui/fieldset.tsx';
import { Select } from '#shared/ui/select.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { codesOf } from '../../lib/items.ts';
import type { Line } from './read-listing.ts';

/** As many as the listing may hold. */
const MOST = 14;

type LinesProps = {
  lines: readonly Line[];
  onLines: (lines: readonly Line[]) => void;
  errorFor: (id: string) => string | undefined;
};
type OneProps = { line: Line; index: number; onRemove: () => void; errorFor: LinesProps['errorFor'] };

const OneLine = ({ line, index, onRemove, errorFor }: OneProps) => {
  const id = `schedules-${index}`;
  const { weekday, opensAt, closesAt } = line.schedule;
  return (
    <Fieldset legend={words.row(index + 1)} legendSize="s" class="time-line">
      <Select
        id={`${id}-weekday`}
        name={`weekday-${line.key}`}
        label={words.day}
        error={errorFor(`${id}-weekday`)}
        value={weekday}
        items={[
          { value: '', text: words.chooseDay },
          ...codesOf(weekdays).map((value) => ({ value, text: weekdays[value] })),
        ]}
      />
      <TextInput
        id={`${id}-opensAt`}
        name={`opensAt-${line.key}`}
        label={words.opensAt}
        hint={words.timeHint}
        error={errorFor(`${id}-opensAt`)}
        value={opensAt && clock(opensAt)}
        width={10}
        autocomplete="off"
      />
      <TextInput
        id={`${id}-closesAt`}
        name={`closesAt-${line.key}`}
        label={words.closesAt}
        error={errorFor(`${id}-closesAt`)}
        value={closesAt && clock(closesAt)}
        width={10}
        autocomplete="off"
      />
      <Button type="button" look="secondary" onClick={onRemove}>
        {words.remove} <span class="govuk-visually-hidden">{words.removeOf(index + 1)}</span>
      </Button>
    </Fieldset>
  );
};

/** The weekly times: as many lines as there are, one more at a press. */
export function TimeLines({ lines, onLines, errorFor }: LinesProps) {
  const add = () => {
    const key = Math.max(-1, ...lines.map((line) => line.key)) + 1;
    onLines([...lines, { key, schedule: {} }]);
    requestAnimationFrame(() => document.getElementById(`schedules-${lines.length}-weekday`)?.focus());
  };
  return (
    <>
      <h2 class="govuk-heading-m">{words.when}</h2>
      {lines.map((line, index) => (
        <OneLine
          key={line.key}
          line={line}
          index={index}
          errorFor={errorFor}
          onRemove={() => {
            onLines(lines.filter(({ key }) => key !== line.key));
            document.getElementById('add-time')?.focus();
          }}
        />
      ))}
      {lines.length < MOST && (
        <Button type="button" look="secondary" id="add-time" onClick={add}>
          {words.add}
        </Button>
      )}
    </>
  );
}
