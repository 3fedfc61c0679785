import { type InviteView, inviteCancel, inviteResend } from '#shared/api/invites.ts';
import { dateAndTime } from '#shared/text/en/format.ts';
import { people as words } from '#shared/text/en/people.ts';
import { session as sessionWords } from '#shared/text/en/session.ts';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { useSubmit } from '../../lib/use-submit.ts';
import { Refusal } from '../refusal.tsx';
import type { PeoplePage } from './people-props.ts';

/** Somebody who is invited: until when, and two presses: another link, or take it back. */
export function Waiting({ invite, page, call, tell }: PeoplePage & { invite: InviteView }) {
  const { send, isBusy, refused } = useSubmit<InviteView>();
  const { id: inviteId, email, membership, endsAt } = invite;
  async function press(route: typeof inviteResend | typeof inviteCancel, done: string): Promise<void> {
    const answer = await send((key) => call(route, { params: { inviteId }, body: {}, key }));
    if (answer?.ok === true) tell(done);
  }
  const busy = isBusy ? { 'aria-disabled': 'true' } : {};
  const named = <span class="govuk-visually-hidden"> ({email})</span>;
  return (
    <Card title={email} above={sessionWords.roles[membership.role]} heading="h3">
      <p class="govuk-body">
        <Tag colour="blue">{words.waiting}</Tag>{' '}
        {endsAt > page.now ? words.until(dateAndTime(endsAt)) : words.ranOut}
      </p>
      {refused !== undefined && <Refusal refused={refused} />}
      <div class="govuk-button-group">
        <Button
          type="button"
          look="secondary"
          attributes={busy}
          onClick={() => void press(inviteResend, words.sentAgain(email))}
        >
          {words.again}
          {named}
        </Button>
        <Button
          type="button"
          look="secondary"
          attributes={busy}
          onClick={() => void press(inviteCancel, words.takenBack(email))}
        >
          {words.takeBack}
          {named}
        </Button>
      </div>
    </Card>
  );
}
