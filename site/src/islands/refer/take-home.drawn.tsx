import { takeHomeCard as words } from '#shared/text/en/take-home.ts';
import { SummaryListRow } from '#shared/ui/summary-list.tsx';
import { When } from '../when.tsx';

/** What fills the card, in words; what is empty is left out. */
export type TakeHomeFacts = Readonly<
  Record<
    'activity' | 'group' | 'when' | 'where' | 'cost' | 'first' | 'ringGroup' | 'ringMe' | 'reference',
    string
  >
> & { bus: boolean; noSteps: boolean };

type RowProps = {
  facts: TakeHomeFacts;
  of: Exclude<keyof TakeHomeFacts & keyof typeof words, 'bus' | 'noSteps'>;
};

const Row = ({ facts, of }: RowProps) => (
  <When is={of}>
    <SummaryListRow row={{ key: words[of], value: facts[of] }} />
  </When>
);

/** What the person takes home: group, day, place and whom to ring. Nothing on it says who they are. */
export const TakeHome = (facts: TakeHomeFacts) => (
  <section class="card take-home" aria-labelledby="card-title">
    <h2 class="card__title" id="card-title">
      {facts.activity}, {facts.group}
    </h2>
    <dl class="govuk-summary-list">
      <Row facts={facts} of="when" />
      <Row facts={facts} of="where" />
      <When is="bus noSteps">
        <SummaryListRow
          row={{
            key: words.getThere,
            value: (
              <>
                <When is="bus">{words.bus} </When>
                <When is="noSteps">{words.noSteps}</When>
              </>
            ),
          }}
        />
      </When>
      <Row facts={facts} of="cost" />
      <Row facts={facts} of="first" />
      <Row facts={facts} of="ringGroup" />
      <Row facts={facts} of="ringMe" />
      <Row facts={facts} of="reference" />
    </dl>
  </section>
);
