import type { FieldsProps } from '../../lib/drawn-marks.ts';
import type { Sought } from '../../lib/sought.ts';
import { PersonAndAgreement } from './agreement.tsx';
import type { ReferralForm } from './group-facts.tsx';
import { MoreFields } from './more-fields.drawn.tsx';
import { type Place, PlaceField } from './place-field.tsx';
import { CouncilLines, Needs, Origin, Stops } from './screen.drawn.tsx';

type ScreenProps = Pick<FieldsProps, 'errorFor'> & {
  about: ReferralForm;
  sought: Sought;
  place: Place;
  onPlace: (place: Place) => void;
};

/** The one screen: stops, what for, where, who, the agreement; what is rarely needed is folded away. */
export function ReferralFields({ about, sought, place, onPlace, errorFor }: ScreenProps) {
  const { exclusions } = about.service;
  const { needs, access: accessNeeds, times } = sought;
  return (
    <>
      <Stops
        errorFor={errorFor}
        councils={about.stopPanel.map((numbers) => <CouncilLines key={numbers.council} {...numbers} />)}
        limits={exclusions.map((limit) => <li key={limit}>{limit}</li>)}
        isLimited={exclusions.length > 0}
        isOpen={exclusions.length === 0}
      />
      <Needs errorFor={errorFor} values={{ needs }} />
      <PlaceField place={place} onPlace={onPlace} error={errorFor('ward')} />
      <PersonAndAgreement errorFor={errorFor} wordingVersion={about.wordingVersion} today={about.today} />
      <Origin errorFor={errorFor} />
      <MoreFields errorFor={errorFor} values={{ accessNeeds, times }} />
    </>
  );
}
