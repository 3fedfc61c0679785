import { refer as words } from '#shared/text/en/refer.ts';
import { DateInput } from '#shared/ui/date-input.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { items } from '../../lib/items.ts';

type AgreementProps = { errorFor: (id: string) => string | undefined; wordingVersion: string };

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

/** The person's agreement: the wording shown, how and by whom it was given, and when. */
export const AgreementFields = ({ errorFor, wordingVersion }: AgreementProps) => (
  <>
    <h2 class="govuk-heading-m">{words.agreement.title}</h2>
    <InsetText>
      <p>{words.agreement.wording}</p>
      <p class="govuk-hint">{words.agreement.version(wordingVersion)}</p>
    </InsetText>
    <Radios
      id="agreement-how"
      name="how"
      legend={words.agreement.how}
      legendSize="s"
      error={errorFor('agreement-how')}
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
  </>
);
