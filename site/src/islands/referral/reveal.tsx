import { useState } from 'preact/hooks';
import { referralReveal } from '#shared/api/referral-moves.ts';
import type { ReferralView } from '#shared/api/referrals.ts';
import type { PersonDetails } from '#shared/model/person.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { Button } from '#shared/ui/button.tsx';
import type { Call } from '../../lib/api.ts';
import { usePassing } from '../../lib/use-passing.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Refusal } from '../refusal.tsx';
import { Person } from './person.tsx';

const words = referralPage.reveal;

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
  const isReader = view.side === 'reader';
  return (
    <section class="card" aria-labelledby="reveal-title">
      <h2 class="card__title" id="reveal-title">
        {isReader ? words.readerTitle : words.senderTitle}
      </h2>
      {refused !== undefined && <Refusal refused={refused} />}
      {person === undefined ? (
        <>
          <p class="govuk-body">{words.written}</p>
          <Button
            type="button"
            attributes={isBusy ? { 'aria-disabled': 'true' } : {}}
            onClick={() => void show()}
          >
            {isReader ? words.readerButton : words.senderButton}
          </Button>
        </>
      ) : (
        <Person person={person} view={view} onHide={hide} />
      )}
      <p class="govuk-body" role="status">
        {wasShown && person === undefined ? words.hidden : ''}
      </p>
    </section>
  );
}
