import type { Access } from '#shared/model/service.ts';
import { type AccessFact, accessFacts } from '#shared/text/en/listing.ts';
import { listingForm as words } from '#shared/text/en/listing-form.ts';
import { Radios } from '#shared/ui/radios.tsx';

const choiceOf = (answer: boolean | null): string => (answer === null ? 'not_said' : answer ? 'yes' : 'no');
const FACTS = [
  'stepFree',
  'toilets',
  'nearBusStop',
  'bringSomeone',
  'quietSpace',
  'hearingLoop',
] as const satisfies readonly AccessFact[];

/** Getting in and taking part: yes, no, or not said, which is not the same as no. */
export const AccessFields = ({ access }: { access: Access }) => (
  <>
    <h2 class="govuk-heading-m">{words.access}</h2>
    {FACTS.map((name) => (
      <Radios
        key={name}
        id={`access-${name}`}
        legend={accessFacts[name]}
        legendSize="s"
        inline
        small
        value={choiceOf(access[name])}
        items={[
          { value: 'yes', text: words.yes },
          { value: 'no', text: words.no },
          { value: 'not_said', text: words.notSaid },
        ]}
      />
    ))}
  </>
);
