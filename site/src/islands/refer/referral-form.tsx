import { needs } from '#shared/text/en/needs.ts';
import { refer as words } from '#shared/text/en/refer.ts';
import { origins } from '#shared/text/en/referral.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { Select } from '#shared/ui/select.tsx';
import { StopPanel } from '#shared/ui/stop-panel.tsx';
import { codesOf, items } from '../../lib/items.ts';
import type { Sought } from '../../lib/sought.ts';
import { AgreementFields } from './agreement-fields.tsx';
import type { ReferralForm } from './group-facts.tsx';
import { MoreFields } from './more-fields.tsx';
import { PersonFields } from './person-fields.tsx';
import { type Place, PlaceField } from './place-field.tsx';

type Errors = { errorFor: (id: string) => string | undefined };

/** Where nobody passes without reading: danger first, then what this group cannot support. */
const Stops = ({ about, errorFor }: Errors & { about: ReferralForm }) => (
  <>
    <StopPanel councils={about.stopPanel}>
      <Checkboxes
        id="stopPanelPassed"
        fieldset={false}
        error={errorFor('stopPanelPassed')}
        items={[{ value: 'yes', text: words.stop.tick }]}
      />
    </StopPanel>
    <h2 class="govuk-heading-m">{words.exclusions.legend}</h2>
    {about.service.exclusions.length === 0 ? (
      <p class="govuk-body">{words.exclusions.none}</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {about.service.exclusions.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    )}
    <Checkboxes
      id="exclusionsRead"
      fieldset={false}
      error={errorFor('exclusionsRead')}
      items={[
        {
          value: 'yes',
          text: about.service.exclusions.length === 0 ? words.exclusions.tickNone : words.exclusions.tick,
        },
      ]}
    />
  </>
);

const Origin = ({ errorFor }: Errors) => (
  <Select
    id="origin"
    label={words.origin}
    labelSize="s"
    error={errorFor('origin')}
    items={[
      { value: '', text: words.originChoose },
      ...codesOf(origins).map((value) => ({ value, text: origins[value] })),
    ]}
  />
);

type FieldsProps = Errors & {
  about: ReferralForm;
  sought: Sought;
  place: Place;
  onPlace: (place: Place) => void;
};

/** The one screen: stops, what for, where, who, the agreement; what is rarely needed is folded away. */
export const ReferralFields = ({ about, sought, place, onPlace, errorFor }: FieldsProps) => (
  <>
    <Stops about={about} errorFor={errorFor} />
    <Checkboxes
      id="needs"
      legend={words.needs}
      legendSize="m"
      error={errorFor('needs')}
      values={sought.needs}
      small
      items={items(needs)}
    />
    <PlaceField place={place} onPlace={onPlace} error={errorFor('ward')} />
    <PersonFields errorFor={errorFor} />
    <AgreementFields errorFor={errorFor} wordingVersion={about.wordingVersion} today={about.today} />
    <Origin errorFor={errorFor} />
    <MoreFields errorFor={errorFor} sought={sought} />
  </>
);
