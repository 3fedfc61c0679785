import { needs } from '#shared/text/en/needs.ts';
import { refer as words } from '#shared/text/en/refer.ts';
import { origins } from '#shared/text/en/referral.ts';
import { stopPanel } from '#shared/text/en/stop-panel.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { Select } from '#shared/ui/select.tsx';
import { StopLine, type StopNumbers, StopPanel } from '#shared/ui/stop-panel.tsx';
import type { FieldsProps } from '../../lib/drawn-marks.ts';
import { codesOf, items } from '../../lib/items.ts';
import { When } from '../when.tsx';

/** The numbers of one council. */
export const CouncilLines = ({ council, adultSocialCare, outOfHours, crisis }: StopNumbers) => (
  <>
    <StopLine
      who={stopPanel.adultSocialCare(council)}
      number={adultSocialCare}
      href={`tel:${adultSocialCare}`}
    />
    <StopLine who={stopPanel.outOfHours(council)} number={outOfHours} href={`tel:${outOfHours}`} />
    <StopLine who={stopPanel.crisis} number={crisis} href={`tel:${crisis}`} />
  </>
);

type StopsProps = FieldsProps & { councils: Content; limits: Content; isLimited: boolean; isOpen: boolean };

/** Where nobody passes without reading: danger first, then what this group cannot support. */
export const Stops = ({ councils, limits, errorFor }: StopsProps) => (
  <>
    <StopPanel lines={councils}>
      <Checkboxes
        id="stopPanelPassed"
        fieldset={false}
        error={errorFor('stopPanelPassed')}
        items={[{ value: 'yes', text: words.stop.tick }]}
      />
    </StopPanel>
    <h2 class="govuk-heading-m">{words.exclusions.legend}</h2>
    <When is="isOpen">
      <p class="govuk-body">{words.exclusions.none}</p>
    </When>
    <When is="isLimited">
      <ul class="govuk-list govuk-list--bullet">{limits}</ul>
    </When>
    <Checkboxes
      id="exclusionsRead"
      fieldset={false}
      error={errorFor('exclusionsRead')}
      items={[
        {
          value: 'yes',
          text: (
            <>
              <When is="isOpen">{words.exclusions.tickNone}</When>
              <When is="isLimited">{words.exclusions.tick}</When>
            </>
          ),
        },
      ]}
    />
  </>
);

/** What the person wants help with. */
export const Needs = ({ errorFor }: FieldsProps) => (
  <Checkboxes
    id="needs"
    legend={words.needs}
    legendSize="m"
    error={errorFor('needs')}
    small
    items={items(needs)}
  />
);

/** Where it began. */
export const Origin = ({ errorFor }: FieldsProps) => (
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
