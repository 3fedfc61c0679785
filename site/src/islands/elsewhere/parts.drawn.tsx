import { agreedHows, limits } from '#shared/text/en/agreed.ts';
import { elsewhere as words } from '#shared/text/en/elsewhere.ts';
import { lists } from '#shared/text/en/lists.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { Radios } from '#shared/ui/radios.tsx';
import type { FieldsProps } from '../../lib/drawn-marks.ts';
import { hole } from '../../lib/drawn-marks.ts';
import { items } from '../../lib/items.ts';
import { Each } from '../each.tsx';
import { MoveFrame, type MovePartProps } from '../referral/move-frame.tsx';
import { When } from '../when.tsx';

/** One group that could take the person, by the names of its holes. */
export type Alternative = Readonly<
  Record<'service' | 'serviceId' | 'href' | 'group' | 'where', string> & { room: Content }
>;

type ListProps = Pick<FieldsProps, 'options'> & {
  isFound: boolean;
  isNone: boolean;
  search: string;
  /** What else can be done. */
  without: Content;
};

/** Groups for the same needs near the same ward, the best fit first. */
export const AlternativeList = ({ search, without }: ListProps) => (
  <>
    <p class="govuk-body">
      <When is="isFound">{words.lead}</When>
      <When is="isNone">{words.none}</When>
    </p>
    <Each of="groups">
      <Card heading="h2" title={hole('service')} href={hole('href')} above={hole('group')}>
        {hole('room')}
        <p class="govuk-body">{hole('where')}</p>
        <Button type="button" look="secondary" name="choose" value={hole('serviceId')}>
          {words.choose}
          <span class="govuk-visually-hidden">{words.chooseFor(hole('group'))}</span>
        </Button>
      </Card>
    </Each>
    <p class="govuk-body">
      <a class="govuk-link" href={search}>
        {words.search}
      </a>
    </p>
    {without}
  </>
);

type PageProps = {
  /** Where the referral itself is, how it is quoted, and for what it looks. */
  href: string;
  reference: string;
  needs: string;
  ward: string;
  list: Content;
  refusal: Content;
  isBusy: 'true' | undefined;
  mayPutAside: boolean;
};

/** Where else to turn; and putting it aside, when it was seen to in another way. */
export const ElsewherePage = ({ href, reference, needs, ward, list, refusal, isBusy }: PageProps) => (
  <>
    <BackLink href={href}>{words.toReferral}</BackLink>
    <h1 class="govuk-heading-l">
      {words.title} <span class="reference">{reference}</span>
    </h1>
    <p class="govuk-body">
      {needs}. {ward}.
    </p>
    {list}
    <When is="mayPutAside">
      {refusal}
      <Button type="button" name="aside" look="secondary" attributes={{ 'aria-disabled': isBusy }}>
        {words.aside}
      </Button>
      <p class="govuk-hint">{words.asideHint}</p>
    </When>
  </>
);

/** What stands on the page when its address names no referral. */
export const NothingToPlace = () => (
  <EmptyState title={words.title} heading="h1">
    <p>{words.missing}</p>
    <p>
      <a class="govuk-link" href="/caseload">
        {lists.caseload.title}
      </a>
    </p>
  </EmptyState>
);

/** The referral is on its way, or over: nobody looks for another group. */
export const Settled = ({ href }: { href: string }) => (
  <EmptyState title={words.title} heading="h1">
    <p>{words.settled}</p>
    <p>
      <a class="govuk-link" href={href}>
        {words.toReferral}
      </a>
    </p>
  </EmptyState>
);

type ResendProps = Pick<MovePartProps, 'problems' | 'isBusy' | 'errorFor'> & {
  reference: string;
  /** Where it goes now, and from whom it is taken back. */
  group: string;
  from: string;
  limits: Content;
  isLimited: boolean;
  isOpen: boolean;
  /** Which wording to say; whether the group that has it is told. */
  isOver: boolean;
  isLate: boolean;
};

/** Sends the same person to another group: only what is new is asked, the limits of the group and the person’s yes. */
const ResendFields = ({ problems, isBusy, errorFor, group, from, limits: list }: ResendProps) => (
  <MoveFrame title={words.to(group)} submit={words.submit} problems={problems} isBusy={isBusy}>
    <h3 class="govuk-heading-s">{limits.legend}</h3>
    <When is="isOpen">
      <p class="govuk-body">{limits.none}</p>
    </When>
    <When is="isLimited">
      <ul class="govuk-list govuk-list--bullet">{list}</ul>
    </When>
    <Checkboxes
      id="checked"
      fieldset={false}
      error={errorFor('checked')}
      items={[{ value: 'yes', text: words.checked }]}
    />
    <p class="govuk-body">{words.ask}</p>
    <InsetText>
      <p>
        <When is="isOver">{words.wording(group)}</When>
        <When is="isLate">{words.wordingLate(group)}</When>
      </p>
    </InsetText>
    <Radios id="how" legend={words.how} legendSize="s" error={errorFor('how')} items={items(agreedHows)} />
    <p class="govuk-body">{words.nothingTyped}</p>
    <When is="isLate">
      <p class="govuk-body">{words.takesBack(from)}</p>
    </When>
  </MoveFrame>
);

/** The form of sending elsewhere, under the title of its page. */
export const ResendForm = (props: ResendProps) => (
  <>
    <h1 class="govuk-heading-l">
      {words.title} <span class="reference">{props.reference}</span>
    </h1>
    {ResendFields(props)}
  </>
);
