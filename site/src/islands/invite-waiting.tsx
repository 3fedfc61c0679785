import { type InviteView, inviteCancel, inviteResend } from '#shared/api/invites.ts';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import type { Content } from '#shared/ui/markup.ts';
import type { Call } from '../lib/api.ts';
import { useSubmit } from '../lib/use-submit.ts';
import { Refusal } from './refusal.tsx';

type InviteWaitingProps = {
  invite: InviteView;
  /** What they are asked to be, above the address. */
  above?: string;
  heading?: 'h3';
  words: {
    again: string;
    sentAgain: (email: string) => string;
    takeBack: string;
    takenBack: (email: string) => string;
  };
  call: Call;
  tell: (news: string) => void;
  /** Until when the link works. */
  children: Content;
};

/** Somebody who was asked and has not come yet, and two presses: another link, or the invitation taken back. */
export function InviteWaiting({ invite, words, call, tell, children, ...card }: InviteWaitingProps) {
  const { send, isBusy, refused } = useSubmit<InviteView>();
  const { id: inviteId, email } = invite;
  const press = async (route: typeof inviteResend | typeof inviteCancel, done: string) => {
    const answer = await send((key) => call(route, { params: { inviteId }, body: {}, key }));
    if (answer?.ok === true) tell(done);
  };
  const button = (route: typeof inviteResend | typeof inviteCancel, label: string, done: string) => (
    <Button
      type="button"
      look="secondary"
      attributes={isBusy ? { 'aria-disabled': 'true' } : {}}
      onClick={() => void press(route, done)}
    >
      {label} <span class="govuk-visually-hidden">({email})</span>
    </Button>
  );
  return (
    <Card title={email} {...card}>
      <p class="govuk-body">{children}</p>
      {refused !== undefined && <Refusal refused={refused} />}
      <div class="govuk-button-group">
        {button(inviteResend, words.again, words.sentAgain(email))}
        {button(inviteCancel, words.takeBack, words.takenBack(email))}
      </div>
    </Card>
  );
}
