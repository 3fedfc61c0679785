import { useState } from 'preact/hooks';
import { referralReveal } from '#shared/api/referral-moves.ts';
import type { ReferralView } from '#shared/api/referrals.ts';
import type { PersonDetails } from '#shared/model/person.ts';
import type { Call } from '../../lib/api.ts';
import { usePassing } from '../../lib/use-passing.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Refusal } from '../refusal.tsx';
import { Person } from './person.tsx';
import { RevealCard } from './reveal.drawn.tsx';

type RevealProps = { view: ReferralView; call: Call };

/**
 * Shows who the person is, once it was written down. Held by this component alone: hidden on leaving, on
 * looking elsewhere, on printing and after two idle minutes; showing it again is asked, and written, anew.
 */
export function Reveal({ view, call }: RevealProps) {
  const [person, setPerson] = useState<PersonDetails | undefined>(undefined);
  const [wasShown, setWasShown] = useState(false);
  const { send, isBusy, refused } = useSubmit<{ person: PersonDetails }>();
  const hide = () => setPerson(undefined);
  usePassing(person !== undefined, hide);
  async function show(): Promise<void> {
    const answer = await send((key) => call(referralReveal, { params: { referralId: view.id }, key }));
    if (answer?.ok !== true) return;
    setPerson(answer.value.person);
    setWasShown(true);
  }
  const onClick = ({ target }: Event) => {
    if (target instanceof HTMLButtonElement && target.name === 'show') void show();
  };
  const isHidden = person === undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button inside is what is pressed
    <div onClick={onClick}>
      <RevealCard
        side={view.side}
        refusal={refused && <Refusal refused={refused} />}
        person={person && <Person person={person} view={view} onHide={hide} />}
        isHidden={isHidden}
        wasShown={wasShown && isHidden}
        isBusy={isBusy ? 'true' : undefined}
      />
    </div>
  );
}
