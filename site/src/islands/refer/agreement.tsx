import { useState } from 'preact/hooks';
import { date } from '#shared/text/en/format.ts';
import { somebody } from '#shared/text/en/refer.ts';
import type { FieldsProps } from '../../lib/drawn-marks.ts';
import { AgreementFields } from './agreement-fields.drawn.tsx';
import { PersonFields } from './person-fields.drawn.tsx';

type AgreementProps = FieldsProps & { wordingVersion: string; today: string };

/** The person, and their agreement in the name that is typed above it; ticked, the other ways are out of the way. */
export function PersonAndAgreement({ errorFor, wordingVersion, today }: AgreementProps) {
  const [name, setName] = useState('');
  const [isTicked, setTicked] = useState(false);
  const onInput = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === 'preferredName') setName(target.value.trim());
    if (target.name === 'agreed') setTicked(target.checked);
  };
  return (
    <div onInput={onInput}>
      <PersonFields errorFor={errorFor} />
      <AgreementFields
        errorFor={errorFor}
        version={wordingVersion}
        name={name || somebody}
        today={date(today)}
        isOtherwise={!isTicked}
      />
    </div>
  );
}
