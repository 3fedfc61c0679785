import { DateInput } from '#shared/ui/date-input.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { Radios } from '#shared/ui/radios.tsx';

type DayChoiceProps = {
  /** The id of the answer; the boxes are `{id}-other-day` and so on. */
  id: string;
  legend: string;
  choices: readonly { day: string; text: Content }[];
  another: string;
  otherLegend: string;
  error: string | undefined;
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
