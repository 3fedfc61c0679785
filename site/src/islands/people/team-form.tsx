import { useState } from 'preact/hooks';
import { people as words } from '#shared/text/en/people.ts';
import { TextInput } from '#shared/ui/text-input.tsx';
import * as contracts from '../../contracts/people.ts';
import { useGovForm } from '../../lib/form.ts';
import { text } from '../../lib/form-data.ts';
import { GovForm } from '../gov-form.tsx';
import type { PeoplePage } from './people-props.ts';

/** Adding a team of link workers: its name is enough. */
export function TeamForm({ call, tell }: PeoplePage) {
  const [round, setRound] = useState(0);
  const form = useGovForm({
    contract: contracts.addTeam,
    read: (data) => ({ name: text(data, 'name') }),
    send: (endpoint, body, key) => call(endpoint, { body, key }),
    done: (_, { name }) => {
      setRound(round + 1);
      tell(words.teamAdded(name));
    },
  });
  return (
    <>
      <h2 class="govuk-heading-m">{words.addTeam}</h2>
      <GovForm key={round} form={form} submit={words.addTeam}>
        <TextInput
          id="name"
          label={words.teamName}
          labelSize="s"
          autocomplete="off"
          error={form.errorFor('name')}
        />
      </GovForm>
    </>
  );
}
