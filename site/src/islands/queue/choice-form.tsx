import type { Endpoint } from '#shared/api/endpoint.ts';
import type { Choice } from '#shared/ui/choice.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { Radios } from '#shared/ui/radios.tsx';
import { type GovForm as Form, useGovForm } from '../../lib/form.ts';
import { GovForm } from '../gov-form.tsx';
import type { Row } from './row-props.ts';
import { Of } from './row-title.tsx';

type Props<E extends Endpoint> = {
  /** The thing it is about: several forms stand on one page. */
  id: string;
  name: string;
  legend: string;
  choices: Choice[];
  submit: string;
  /** The card it stands on, for those who hear a question or a button by itself. */
  row: Row;
  look?: 'warning';
  form: Form<E>;
  /** What is asked beside the choice. */
  more?: (errorFor: (id: string) => string | undefined) => Content;
};

/** A form that asks one thing with a few answers, as every form of the queue does. */
export function ChoiceForm<E extends Endpoint>({ id, name, legend, choices, form, more, ...rest }: Props<E>) {
  const { submit, row, look } = rest;
  const state = useGovForm(form);
  const of = (said: string) => (
    <>
      {said}
      <Of row={row} />
    </>
  );
  return (
    <GovForm form={state} submit={of(submit)} {...(look && { look })}>
      <Radios
        id={`${name}-${id}`}
        name={name}
        legend={of(legend)}
        legendSize="s"
        small
        error={state.errorFor(name)}
        items={choices}
      />
      {more?.(state.errorFor)}
    </GovForm>
  );
}
