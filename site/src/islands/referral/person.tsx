import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReferralView } from '#shared/api/referrals.ts';
import type { PersonDetails } from '#shared/model/person.ts';
import { PersonShown } from './reveal.drawn.tsx';

type PersonProps = {
  person: PersonDetails;
  view: Pick<ReferralView, 'senderName' | 'senderPhone'>;
  onHide: () => void;
};

const isGuarded = ({ safeContact, safeContactNote }: PersonDetails): boolean =>
  safeContact.length > 0 || safeContactNote !== null;

/** What fills the part: everything; the part leaves out what is not to be seen before the warnings were read. */
export const shownOf = (person: PersonDetails, view: PersonProps['view'], wasRead: boolean) => {
  const { channel } = person;
  const isRead = wasRead || !isGuarded(person);
  return {
    name: person.preferredName,
    surname: person.surname,
    channel: channel.kind,
    phone: channel.kind === 'phone' ? channel.phone : '',
    email: channel.kind === 'email' ? channel.email : '',
    senderName: view.senderName,
    senderPhone: view.senderPhone,
    safe: person.safeContact,
    note: person.safeContactNote,
    hasWarnings: isGuarded(person),
    isUnread: !isRead,
    isRead,
  };
};

/** Who it is: what makes contact safe comes first, and the number only after that was read. */
export function Person({ person, view, onHide }: PersonProps) {
  const [wasRead, setRead] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.querySelector('h3')?.focus(), [wasRead]);
  const onClick = ({ target }: Event) => {
    if (!(target instanceof HTMLButtonElement)) return;
    if (target.name === 'read') setRead(true);
    if (target.name === 'hide') onHide();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the buttons inside are what is pressed
    <div ref={place} onClick={onClick}>
      <PersonShown {...shownOf(person, view, wasRead)} />
    </div>
  );
}
