import { referSending } from '#shared/text/en/refer-sending.ts';
import { ActionList } from '#shared/ui/action-list.tsx';
import { Button } from '#shared/ui/button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { Panel } from '#shared/ui/panel.tsx';
import { When } from '../when.tsx';

const words = referSending.sent;

/** The address names no referral. */
export const NothingSent = () => (
  <EmptyState title={words.title} heading="h1">
    <p>{words.missing}</p>
    <p>
      <a class="govuk-link" href="/caseload">
        {words.done}
      </a>
    </p>
  </EmptyState>
);

type TextProps = {
  text: string;
  /** Which stand here: the button, what it did, or why there is none. */
  isTextless: boolean;
  isUnknown: boolean;
  mayText: boolean;
  isCopied: boolean;
  isNotCopied: boolean;
};

/** A text the link worker may send: copied, never sent by the portal. */
export const PersonText = ({ text }: TextProps) => (
  <section class="no-print" aria-labelledby="text-title">
    <h2 class="govuk-heading-m" id="text-title">
      {words.tell}
    </h2>
    <p class="govuk-body">{words.tellHint}</p>
    <When is="isTextless">
      <InsetText>{words.noTexts}</InsetText>
    </When>
    <When is="isUnknown">
      <InsetText>{words.textsUnknown}</InsetText>
    </When>
    <div class="govuk-form-group">
      <label class="govuk-label" for="person-text">
        {words.text}
      </label>
      <textarea class="govuk-textarea" id="person-text" rows={6} readOnly>
        {text}
      </textarea>
    </div>
    <When is="mayText">
      <Button type="button" name="copy" look="secondary">
        {words.copy}
      </Button>
    </When>
    <p class="govuk-body" role="status">
      <When is="isCopied">{words.copied}</When>
      <When is="isNotCopied">{words.notCopied}</When>
    </p>
  </section>
);

/** Prints the card that stands in its middle. */
export const PrintedCard = ({ card }: { card: Content }) => (
  <>
    <h2 class="govuk-heading-m no-print">{words.card}</h2>
    <p class="govuk-body no-print">{words.cardHint}</p>
    {card}
    <Button type="button" name="print" look="secondary">
      {words.print}
    </Button>
  </>
);

type SentProps = { reference: string; spelled: string; group: string; takeaway: Content; href: string };

/** Says that it is sent, with the reference large and spelled out, and what comes next. */
export const SentPage = ({ reference, spelled, group, takeaway, href }: SentProps) => (
  <>
    <div tabIndex={-1} class="no-print">
      <Panel title={words.title}>
        {words.reference}
        <br />
        <strong aria-hidden="true" class="reference">
          {reference}
        </strong>
        <span class="govuk-visually-hidden">{spelled}</span>
      </Panel>
    </div>
    <section class="no-print" aria-labelledby="next-title">
      <p class="govuk-body">{words.told(group)}</p>
      <h2 class="govuk-heading-m" id="next-title">
        {words.next}
      </h2>
      <ol class="govuk-list govuk-list--number">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
    {takeaway}
    <ActionList
      class="no-print"
      items={[
        { text: words.open, href },
        { text: words.done, href: '/caseload' },
        { text: words.another, href: '/find' },
      ]}
    />
  </>
);
