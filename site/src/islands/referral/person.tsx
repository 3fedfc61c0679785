import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReferralView } from '#shared/api/referrals.ts';
import type { PersonDetails } from '#shared/model/person.ts';
import { safeContact } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { Button } from '#shared/ui/button.tsx';
import { CallButton } from '#shared/ui/call-button.tsx';
import { LinkButton } from '#shared/ui/link-button.tsx';
import { SummaryList } from '#shared/ui/summary-list.tsx';

const words = referralPage.reveal;

type Shown = { person: PersonDetails; view: Pick<ReferralView, 'senderName' | 'senderPhone'> };

const SafeContactList = ({ person }: Pick<Shown, 'person'>) => (
  <ul class="govuk-list govuk-list--bullet">
    {person.safeContact.map((code) => (
      <li key={code}>
        <strong>{safeContact[code]}</strong>
      </li>
    ))}
    {person.safeContactNote !== null && <li>{person.safeContactNote}</li>}
  </ul>
);

const hasWarnings = ({ safeContact: codes, safeContactNote }: PersonDetails): boolean =>
  codes.length > 0 || safeContactNote !== null;

const Channel = ({ person, view }: Shown) => {
  switch (person.channel.kind) {
    case 'phone':
      return <CallButton phone={person.channel.phone}>{words.ring(person.preferredName)}</CallButton>;
    case 'email':
      return (
        <p class="govuk-body">
          <LinkButton href={`mailto:${person.channel.email}`}>{words.write(person.preferredName)}</LinkButton>{' '}
          {person.channel.email}
        </p>
      );
    case 'through_link_worker':
      return (
        <>
          <p class="govuk-body">{words.through}</p>
          <CallButton phone={view.senderPhone}>{words.ring(view.senderName)}</CallButton>
        </>
      );
  }
};

/** Who it is: what makes contact safe comes first, and the number only after that was read. */
export function Person({ person, view, onHide }: Shown & { onHide: () => void }) {
  const [isRead, setRead] = useState(!hasWarnings(person));
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), [isRead]);
  if (!isRead) {
    return (
      <div class="no-print">
        <h3 class="govuk-heading-s" tabIndex={-1} ref={title}>
          {words.safeTitle}
        </h3>
        <SafeContactList person={person} />
        <Button type="button" onClick={() => setRead(true)}>
          {words.acknowledge}
        </Button>
      </div>
    );
  }
  return (
    <div class="no-print">
      <h3 class="govuk-heading-s" tabIndex={-1} ref={title}>
        {person.preferredName}
      </h3>
      {hasWarnings(person) && <SafeContactList person={person} />}
      {person.surname !== null && <SummaryList rows={[{ key: words.surname, value: person.surname }]} />}
      <Channel person={person} view={view} />
      <p class="govuk-body">{words.hides}</p>
      <Button type="button" look="secondary" onClick={onHide}>
        {words.hide}
      </Button>
    </div>
  );
}
