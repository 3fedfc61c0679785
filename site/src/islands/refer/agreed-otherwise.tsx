import { refer as words } from '#shared/text/en/refer.ts';
import { DateInput } from '#shared/ui/date-input.tsx';
import { Details } from '#shared/ui/details.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import type { FieldsProps } from '../../lib/drawn-marks.ts';
import { items } from '../../lib/items.ts';

const When = ({ error }: { error: string | undefined }) => (
  <Radios
    id="agreement-agreedOn"
    name="agreed-when"
    legend={words.agreement.when}
    legendSize="s"
    error={error}
    value="today"
    items={[
      { value: 'today', text: words.agreement.today },
      { value: 'yesterday', text: words.agreement.yesterday },
      {
        value: 'another',
        text: words.agreement.another,
        conditional: <DateInput id="agreed" namePrefix="agreed" legend={words.agreement.day} />,
      },
    ]}
  />
);

/** How, by whom and when, for whatever the one tick does not say. */
export const Otherwise = ({ errorFor }: FieldsProps) => (
  <Details summary={words.agreement.otherwise}>
    <Radios
      id="agreement-otherwise"
      name="how"
      legend={words.agreement.how}
      legendSize="s"
      items={items(words.agreement.hows)}
    />
    <Radios
      id="agreement-givenBy"
      name="givenBy"
      legend={words.agreement.who}
      legendSize="s"
      error={errorFor('agreement-givenBy')}
      items={items(words.agreement.whos)}
    />
    <When error={errorFor('agreement-agreedOn')} />
  </Details>
);
