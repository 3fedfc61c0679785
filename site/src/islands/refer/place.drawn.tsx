import { refer } from '#shared/text/en/refer.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorMessage } from '#shared/ui/error-message.tsx';
import { Fieldset } from '#shared/ui/fieldset.tsx';
import { FormGroup } from '#shared/ui/form-group.tsx';
import { Select } from '#shared/ui/select.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { type FieldsProps, hole } from '../../lib/drawn-marks.ts';
import { Each } from '../each.tsx';
import { When } from '../when.tsx';

const words = refer.place;

type PlaceProps = FieldsProps & {
  isKnown: boolean;
  isUnknown: boolean;
  /** The id of the whole where no list has it. */
  id: string | undefined;
  found: string | undefined;
};

/** Where the person lives, as a ward: from a list, or found by a postcode that never leaves. */
export const PlaceFields = ({ errorFor, id, found }: PlaceProps) => (
  <Fieldset legend={words.legend} legendSize="m" attributes={{ id }}>
    <When is="isKnown">
      <Select
        id="ward"
        label={words.ward}
        hint={words.wardHint}
        error={errorFor('ward')}
        items={[{ value: '', text: words.choose }]}
        more={
          <Each of="wards">
            <option value={hole('value')}>{hole('text')}</option>
          </Each>
        }
      />
    </When>
    <When is="isUnknown">
      <FormGroup error={errorFor('ward')}>
        <ErrorMessage>{errorFor('ward')}</ErrorMessage>
      </FormGroup>
    </When>
    <div class="finder">
      <TextInput
        id="ward-postcode"
        label={words.postcode}
        hint={words.postcodeHint}
        error={errorFor('ward-postcode')}
        width={10}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
      <Button type="button" look="secondary">
        {words.find}
      </Button>
      <p class="govuk-body" role="status">
        {found}
      </p>
    </div>
  </Fieldset>
);
