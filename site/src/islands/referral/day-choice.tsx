import { DateInput } from '#shared/ui/date-input.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { day, text } from '../../lib/form-data.ts';

type DayChoiceProps = {
  /** The id of the answer; the boxes are `{id}-other-day` and so on. */
  id: string;
  legend: string;
  choices: readonly { day: string; text: string }[];
  another: string;
  otherLegend: string;
  error: string | undefined;
  value?: string | undefined;
};

/** One of a few days, or another one typed. */
export const DayChoice = ({ id, choices, another, otherLegend, ...rest }: DayChoiceProps) => (
  <Radios
    {...rest}
    id={id}
    legendSize="s"
    items={[
      ...choices.map((choice) => ({ value: choice.day, text: choice.text })),
      {
        value: 'other',
        text: another,
        conditional: <DateInput id={`${id}-other`} namePrefix={`${id}-other`} legend={otherLegend} />,
      },
    ]}
  />
);

/** The day that was chosen or typed; empty text when there is none. */
export function chosenDay(data: FormData, id: string): string {
  const chosen = text(data, id);
  return chosen === 'other' ? day(data, `${id}-other`) : chosen;
}
