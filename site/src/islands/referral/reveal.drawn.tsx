import { safeContact } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { Button } from '#shared/ui/button.tsx';
import { CallButton } from '#shared/ui/call-button.tsx';
import { LinkButton } from '#shared/ui/link-button.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { SummaryListRow } from '#shared/ui/summary-list.tsx';
import { When, Words } from '../when.tsx';

const words = referralPage.reveal;

type CardProps = {
  side: 'sender' | 'reader';
  refusal: Content;
  /** The person, while shown. */
  person: Content;
  isHidden: boolean;
  wasShown: boolean;
  isBusy: 'true' | undefined;
};

/** Where who the person is can be shown; that it is written down stands before the button. */
export const RevealCard = ({ refusal, person, isBusy }: CardProps) => (
  <section class="card" aria-labelledby="reveal-title">
    <h2 class="card__title" id="reveal-title">
      <Words of="side" words={{ reader: words.readerTitle, sender: words.senderTitle }} />
    </h2>
    {refusal}
    <When is="isHidden">
      <p class="govuk-body">{words.written}</p>
      <Button type="button" name="show" attributes={{ 'aria-disabled': isBusy }}>
        <Words of="side" words={{ reader: words.readerButton, sender: words.senderButton }} />
      </Button>
    </When>
    {person}
    <p class="govuk-body" role="status">
      <When is="wasShown">{words.hidden}</When>
    </p>
  </section>
);

type PersonProps = {
  name: string;
  surname: string | null;
  /** How to reach them: one of these, and what it needs. */
  channel: 'phone' | 'email' | 'through_link_worker';
  phone: string;
  email: string;
  senderName: string;
  senderPhone: string;
  /** What makes contact safe, and whether anything does. */
  safe: readonly string[];
  note: string | null;
  hasWarnings: boolean;
  /** Whether that was read; nothing else is there before. */
  isUnread: boolean;
  isRead: boolean;
};

const SafeContact = ({ note }: Pick<PersonProps, 'note'>) => (
  <ul class="govuk-list govuk-list--bullet">
    {Object.entries(safeContact).map(([code, text]) => (
      <When key={code} is={`safe=${code}`}>
        <li>
          <strong>{text}</strong>
        </li>
      </When>
    ))}
    <When is="note">
      <li>{note}</li>
    </When>
  </ul>
);

const Channel = ({ name, phone, email, senderName, senderPhone }: PersonProps) => (
  <>
    <When is="channel=phone">
      <CallButton phone={phone} href={`tel:${phone}`}>
        {words.ring(name)}
      </CallButton>
    </When>
    <When is="channel=email">
      <p class="govuk-body">
        <LinkButton href={`mailto:${email}`}>{words.write(name)}</LinkButton> {email}
      </p>
    </When>
    <When is="channel=through_link_worker">
      <p class="govuk-body">{words.through}</p>
      <CallButton phone={senderPhone} href={`tel:${senderPhone}`}>
        {words.ring(senderName)}
      </CallButton>
    </When>
  </>
);

/** Who it is: what makes contact safe comes first, and the number only after that was read. */
export const PersonShown = (props: PersonProps) => (
  <div class="no-print">
    <When is="isUnread">
      <h3 class="govuk-heading-s" tabIndex={-1}>
        {words.safeTitle}
      </h3>
      <SafeContact note={props.note} />
      <Button type="button" name="read">
        {words.acknowledge}
      </Button>
    </When>
    <When is="isRead">
      <h3 class="govuk-heading-s" tabIndex={-1}>
        {props.name}
      </h3>
      <When is="hasWarnings">
        <SafeContact note={props.note} />
      </When>
      <When is="surname">
        <dl class="govuk-summary-list">
          <SummaryListRow row={{ key: words.surname, value: props.surname }} />
        </dl>
      </When>
      {Channel(props)}
      <p class="govuk-body">{words.hides}</p>
      <Button type="button" name="hide" look="secondary">
        {words.hide}
      </Button>
    </When>
  </div>
);
