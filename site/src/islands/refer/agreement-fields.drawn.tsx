import { refer as words } from '#shared/text/en/refer.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import type { FieldsProps } from '../../lib/drawn-marks.ts';
import { When } from '../when.tsx';
import { Otherwise } from './agreed-otherwise.tsx';

type AgreementProps = FieldsProps & {
  version: string;
  /** What the person likes to be called, as it stands above. */
  name: string;
  today: string;
  isOtherwise: boolean;
};

/** The person's agreement: the wording shown, then one tick for the usual way, or how, by whom and when. */
export const AgreementFields = ({ errorFor, version, name, today }: AgreementProps) => (
  <>
    <h2 class="govuk-heading-m">{words.agreement.title}</h2>
    <InsetText>
      <p>{words.agreement.wording}</p>
      <p class="govuk-hint">{words.agreement.version(version)}</p>
    </InsetText>
    <Checkboxes
      id="agreement-how"
      name="agreed"
      fieldset={false}
      error={errorFor('agreement-how')}
      items={[{ value: 'yes', text: words.agreement.tick(name, today), hint: words.agreement.tickHint }]}
    />
    <When is="isOtherwise">
      <Otherwise errorFor={errorFor} />
    </When>
  </>
);
