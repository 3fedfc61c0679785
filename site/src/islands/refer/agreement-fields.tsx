import { useEffect, useState } from 'preact/hooks';
import { date } from '#shared/text/en/format.ts';
import { refer as words } from '#shared/text/en/refer.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import { Otherwise } from './agreed-otherwise.tsx';

type Errors = { errorFor: (id: string) => string | undefined };
type AgreementProps = Errors & { wordingVersion: string; today: string };

/** The name as it stands in the box above while somebody types it. */
function useTypedName(): string {
  const [name, setName] = useState('');
  useEffect(() => {
    const onInput = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.name === 'preferredName') setName(target.value.trim());
    };
    document.addEventListener('input', onInput);
    return () => document.removeEventListener('input', onInput);
  }, []);
  return name;
}

/** The person's agreement: the wording shown, then one tick for the usual way, or how, by whom and when. */
export function AgreementFields({ errorFor, wordingVersion, today }: AgreementProps) {
  const name = useTypedName();
  const [isTicked, setTicked] = useState(false);
  return (
    <>
      <h2 class="govuk-heading-m">{words.agreement.title}</h2>
      <InsetText>
        <p>{words.agreement.wording}</p>
        <p class="govuk-hint">{words.agreement.version(wordingVersion)}</p>
      </InsetText>
      <Checkboxes
        id="agreement-how"
        name="agreed"
        fieldset={false}
        error={errorFor('agreement-how')}
        items={[
          { value: 'yes', text: words.agreement.tick(name, date(today)), hint: words.agreement.tickHint },
        ]}
        onChange={({ target }) => setTicked(target instanceof HTMLInputElement && target.checked)}
      />
      {!isTicked && <Otherwise errorFor={errorFor} />}
    </>
  );
}
