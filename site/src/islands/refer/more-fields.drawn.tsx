import { refer as words } from '#shared/text/en/refer.ts';
import { accessNeeds, preferredTimes } from '#shared/text/en/referral.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { Details } from '#shared/ui/details.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import type { FieldsProps } from '../../lib/drawn-marks.ts';
import { items } from '../../lib/items.ts';
import { FreeText } from '../counted-text.tsx';

const ForTheGroup = ({ errorFor }: FieldsProps) => (
  <>
    <FreeText
      id="wouldLike"
      label={words.more.wouldLike}
      hint={words.more.wouldLikeHint}
      error={errorFor('wouldLike')}
      max={300}
    />
    <Checkboxes
      id="accessNeeds"
      legend={words.more.accessNeeds}
      legendSize="s"
      small
      items={items(accessNeeds)}
    />
    <Checkboxes id="times" legend={words.more.times} legendSize="s" small items={items(preferredTimes)} />
    <Checkboxes
      id="speakToSenderFirst"
      fieldset={false}
      items={[{ value: 'yes', text: words.more.speakFirst }]}
    />
    <Checkboxes
      id="priority"
      fieldset={false}
      items={[{ value: 'time_sensitive', text: words.more.priority, hint: words.more.priorityHint }]}
    />
  </>
);

const ForTheTeam = ({ errorFor }: FieldsProps) => (
  <>
    <TextInput
      id="person-surname"
      name="surname"
      label={words.more.surname}
      hint={words.more.surnameHint}
      error={errorFor('person-surname')}
      autocomplete="off"
      spellcheck={false}
      width={20}
    />
    <FreeText
      id="person-safeContactNote"
      name="safeContactNote"
      label={words.more.safeNote}
      hint={words.more.safeNoteHint}
      error={errorFor('person-safeContactNote')}
      max={200}
      rows={2}
    />
    <FreeText
      id="label"
      label={words.more.label}
      hint={words.more.labelHint}
      error={errorFor('label')}
      max={20}
      isShort
    />
  </>
);

/** What most referrals can do without, folded away; it opens by itself when something in it needs another look. */
export const MoreFields = ({ errorFor }: FieldsProps) => (
  <Details summary={words.more.summary}>
    <ForTheGroup errorFor={errorFor} />
    <ForTheTeam errorFor={errorFor} />
  </Details>
);
