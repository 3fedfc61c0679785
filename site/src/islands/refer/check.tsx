import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ReferralRequest, referralCreate } from '#shared/api/referrals.ts';
import * as contracts from '../../contracts/refer.ts';
import { isUnsettled, type Refused } from '../../lib/answer.ts';
import type { Call, Reply } from '../../lib/api.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Refusal } from '../refusal.tsx';
import { answersOf } from './answers.ts';
import { CheckPage } from './check.drawn.tsx';

type CheckProps = {
  call: Call;
  given: ReferralRequest;
  /** The form it was given in: hidden, and its words are those of the answers. */
  form: RefObject<HTMLElement>;
  group: string;
  /** Back to the form, to a field or to its top, with what the API wants looked at again. */
  onBack: (field: string | undefined, refused?: Refused) => void;
  onSent: (sent: Reply<typeof referralCreate>) => void;
};

/** Everything as it will be sent, with a way back to each answer, and one button. */
export function Check({ call, given, form, group, onBack, onSent }: CheckProps) {
  const place = useRef<HTMLDivElement>(null);
  const { send, isBusy, refused } = useSubmit<Reply<typeof referralCreate>>();
  useLayoutEffect(() => {
    place.current?.querySelector('h1')?.focus();
    window.scrollTo(0, 0);
  }, []);
  async function onSend(): Promise<void> {
    const answer = await send(async (key) => {
      return call(contracts.referral.endpoint, { body: given, key });
    });
    if (answer?.ok === true) onSent(answer.value);
    else if (answer?.refused.fields !== undefined) onBack(undefined, answer.refused);
  }
  function onClick(event: MouseEvent): void {
    const pressed = event.target instanceof Element ? event.target.closest('a[href^="#"], button') : null;
    if (pressed instanceof HTMLButtonElement) {
      if (pressed.name === 'send') void onSend();
      if (pressed.name === 'back') onBack(undefined);
    } else if (pressed !== null) {
      event.preventDefault();
      onBack(pressed.getAttribute('href')?.slice(1));
    }
  }
  const other = refused?.referralId;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links and buttons inside are what is pressed
    <div ref={place} onClick={onClick}>
      <CheckPage
        {...answersOf(given, form.current ?? document)}
        group={group}
        problem={refused !== undefined && <Refusal refused={refused} isKept />}
        isRefused={refused !== undefined && other === undefined && !isUnsettled(refused)}
        other={other && `/referrals/${other}`}
        isBusy={isBusy ? 'true' : undefined}
        speakFirst={given.speakToSenderFirst}
        isSoon={given.priority !== 'routine'}
        isRoutine={given.priority === 'routine'}
      />
    </div>
  );
}
