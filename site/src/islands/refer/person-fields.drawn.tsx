import { refer as words } from '#shared/text/en/refer.ts';
import { safeContact } from '#shared/text/en/referral.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import type { FieldsProps } from '../../lib/drawn-marks.ts';
import { items } from '../../lib/items.ts';

const PhoneBox = ({ errorFor }: FieldsProps) => (
  <TextInput
    id="person-channel-phone"
    name="phone"
    label={words.person.phone}
    error={errorFor('person-channel-phone')}
    type="tel"
    inputmode="tel"
    autocomplete="off"
    width={20}
  />
);

const EmailBox = ({ errorFor }: FieldsProps) => (
  <TextInput
    id="person-channel-email"
    name="email"
    label={words.person.email}
    error={errorFor('person-channel-email')}
    type="email"
    inputmode="email"
    autocomplete="off"
    spellcheck={false}
  />
);

const Channel = ({ errorFor }: FieldsProps) => (
  <Radios
    id="person-channel-kind"
    name="channel"
    legend={words.person.channel}
    legendSize="s"
    error={errorFor('person-channel-kind')}
    items={[
      { value: 'phone', text: words.person.channels.phone, conditional: <PhoneBox errorFor={errorFor} /> },
      { value: 'email', text: words.person.channels.email, conditional: <EmailBox errorFor={errorFor} /> },
      { value: 'through_link_worker', text: words.person.channels.through_link_worker },
    ]}
  />
);

/** Who the person is: all of it is sealed when it is sent. The browser is told to remember none of it. */
export const PersonFields = ({ errorFor }: FieldsProps) => (
  <>
    <h2 class="govuk-heading-m">{words.person.title}</h2>
    <p class="govuk-body">{words.person.sealed}</p>
    <TextInput
      id="person-preferredName"
      name="preferredName"
      label={words.person.preferredName}
      labelSize="s"
      error={errorFor('person-preferredName')}
      autocomplete="off"
      spellcheck={false}
      width={20}
    />
    <Channel errorFor={errorFor} />
    <Checkboxes
      id="person-safeContact"
      name="safeContact"
      legend={words.person.safe}
      legendSize="s"
      hint={words.person.safeHint}
      error={errorFor('person-safeContact')}
      items={items(safeContact)}
    />
  </>
);
