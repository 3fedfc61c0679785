import { useState } from 'preact/hooks';
import { people as words } from '#shared/text/en/people.ts';
import { roleNames } from '#shared/text/en/role-names.ts';
import { Radios } from '#shared/ui/radios.tsx';
import { Select } from '#shared/ui/select.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import * as contracts from '../../contracts/people.ts';
import { useGovForm } from '../../lib/form.ts';
import { choice, text } from '../../lib/form-data.ts';
import { GovForm } from '../gov-form.tsx';
import type { PeoplePage } from './people-props.ts';

const OF_TEAMS = ['link_worker', 'lw_manager'] as const;
const OF_AREA = ['coordinator', 'commissioner'] as const;

/** Asking somebody to come in: an address, what they come to do, and in which team. */
export function InviteForm({ page, call, tell, isCoordinator }: PeoplePage) {
  const [round, setRound] = useState(0);
  const hasTeams = page.schemes.length > 0;
  const roles = isCoordinator ? [...(hasTeams ? OF_TEAMS : []), ...OF_AREA] : (['link_worker'] as const);
  const form = useGovForm({
    contract: contracts.invite,
    read: (data) => {
      const role = choice(data, 'role') ?? (isCoordinator ? undefined : 'link_worker');
      const isOfTeam = OF_TEAMS.some((one) => one === role);
      const [only] = page.schemes;
      const schemeId = page.schemes.length === 1 ? only?.id : choice(data, 'schemeId');
      return { email: text(data, 'email'), membership: isOfTeam ? { role, schemeId } : { role } };
    },
    messages: {
      membership: words.chooseRole,
      'membership-role': words.chooseRole,
      'membership-schemeId': words.chooseTeam,
    },
    send: (endpoint, body, key) => call(endpoint, { body, key }),
    done: (_, { email }) => {
      setRound(round + 1);
      tell(words.invited(email));
    },
  });
  return (
    <>
      <h2 class="govuk-heading-m">{words.invite}</h2>
      <p class="govuk-body">{words.inviteHint}</p>
      <GovForm key={round} form={form} submit={words.send}>
        <TextInput
          id="email"
          label={words.email}
          labelSize="s"
          type="email"
          autocomplete="off"
          spellcheck={false}
          error={form.errorFor('email')}
        />
        {isCoordinator ? (
          <Radios
            id="membership-role"
            name="role"
            legend={words.role}
            legendSize="s"
            items={roles.map((role) => ({ value: role, text: roleNames[role] }))}
            error={form.errorFor('membership-role') ?? form.errorFor('membership')}
          />
        ) : null}
        {page.schemes.length > 1 ? (
          <Select
            id="membership-schemeId"
            name="schemeId"
            label={words.team}
            labelSize="s"
            hint={isCoordinator ? words.teamHint : undefined}
            items={[
              { value: '', text: words.chooseTeam },
              ...page.schemes.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            error={form.errorFor('membership-schemeId')}
          />
        ) : null}
      </GovForm>
    </>
  );
}
