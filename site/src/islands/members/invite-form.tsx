import type { OrganizationId } from '#shared/model/ids.ts';
import { members as words } from '#shared/text/en/members.ts';
import { Radios } from '#shared/ui/radios.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import * as contracts from '../../contracts/members.ts';
import type { Call } from '../../lib/api.ts';
import { useGovForm } from '../../lib/form.ts';
import { choice, text } from '../../lib/form-data.ts';
import { codesOf } from '../../lib/items.ts';
import { GovForm } from '../gov-form.tsx';

type InviteProps = { groupId: OrganizationId; call: Call; onDone: (news: string) => void };

/** Asks somebody by their email address to lead the group or to read its referrals. */
export function InviteForm({ groupId, call, onDone }: InviteProps) {
  const form = useGovForm({
    contract: contracts.invite,
    read: (data) => ({
      email: text(data, 'email'),
      membership: { role: choice(data, 'role') ?? 'group_reader', organizationId: groupId },
    }),
    send: (endpoint, body, key) => call(endpoint, { body, key }),
    done: (_, { email }) => onDone(words.news.invited(email)),
  });
  return (
    <GovForm form={form} submit={words.submit}>
      <TextInput
        id="email"
        type="email"
        label={words.email}
        labelSize="s"
        hint={words.emailHint}
        autocomplete="off"
        spellcheck={false}
        error={form.errorFor('email')}
      />
      <Radios
        id="role"
        legend={words.role}
        legendSize="s"
        value="group_reader"
        items={codesOf(words.roles).map((value) => ({
          value,
          text: words.roles[value],
          hint: words.roleHints[value],
        }))}
        error={form.errorFor('membership-role')}
      />
    </GovForm>
  );
}
