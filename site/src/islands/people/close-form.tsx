import { useLayoutEffect, useRef } from 'preact/hooks';
import type { StaffPerson } from '#shared/api/people.ts';
import { people } from '#shared/text/en/people.ts';
import { Button } from '#shared/ui/button.tsx';
import { Select } from '#shared/ui/select.tsx';
import * as contracts from '../../contracts/people.ts';
import { useGovForm } from '../../lib/form.ts';
import { optionalText } from '../../lib/form-data.ts';
import { GovForm } from '../gov-form.tsx';
import type { PeoplePage } from './people-props.ts';

const words = people.close;

/** The teams somebody belongs to. */
const teamsOf = ({ memberships }: StaffPerson) =>
  memberships.flatMap((held) => ('schemeId' in held ? [held.schemeId] : []));

/** Closing the account of somebody who leaves: whoever takes on their referrals, and one button. */
export function CloseForm({
  person,
  page,
  call,
  tell,
  onBack,
}: PeoplePage & { person: StaffPerson; onBack: () => void }) {
  const place = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => place.current?.focus(), []);
  const { userId, name, live } = person;
  const colleagues = page.people.filter(
    (other) => other.userId !== userId && teamsOf(person).some((team) => teamsOf(other).includes(team)),
  );
  const field = `to-${userId}`;
  const form = useGovForm({
    contract: contracts.close,
    read: (data) => ({ to: optionalText(data, 'to') }),
    look: ({ to }) => (live > 0 && to === null ? [{ id: field, text: words.nameSomebody }] : []),
    send: (endpoint, body, key) => call(endpoint, { params: { userId }, body, key }),
    done: (_, { to }) => {
      const colleague = colleagues.find((other) => other.userId === to);
      tell(colleague === undefined ? words.done(name) : words.doneTo(name, colleague.name));
    },
  });
  const cancel = (
    <Button type="button" look="secondary" onClick={onBack}>
      {words.cancel}
    </Button>
  );
  const isStuck = live > 0 && colleagues.length === 0;
  return (
    <>
      <h4 class="govuk-heading-s" tabIndex={-1} ref={place}>
        {words.title(name)}
      </h4>
      <p class="govuk-body">{isStuck ? (page.isAll ? words.nobody : words.nobodyYet) : words.what}</p>
      {isStuck ? (
        cancel
      ) : (
        <GovForm form={form} submit={words.submit} look="warning" beside={cancel}>
          {live > 0 ? (
            <Select
              id={field}
              name="to"
              label={words.to}
              labelSize="s"
              hint={words.toHint}
              items={[
                { value: '', text: words.choose },
                ...colleagues.map((other) => ({ value: other.userId, text: other.name })),
              ]}
              error={form.errorFor(field) ?? form.errorFor('to')}
            />
          ) : null}
        </GovForm>
      )}
    </>
  );
}
