import { type InviteView, inviteCancel, inviteResend } from '#shared/api/invites.ts';
import { date } from '#shared/text/en/format.ts';
import { members as words } from '#shared/text/en/members.ts';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import type { Call, Reply } from '../../lib/api.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Refusal } from '../refusal.tsx';

type WaitingProps = { invite: InviteView; now: string; call: Call; onDone: (news: string) => void };

const roleOf = ({ membership: { role } }: InviteView): string =>
  role === 'group_lead' || role === 'group_reader' ? words.roles[role] : '';

/** Somebody who was asked and has not come yet: another link, or the invitation taken back. */
export function WaitingCard({ invite, now, call, onDone }: WaitingProps) {
  const { send, refused } = useSubmit<Reply<typeof inviteResend>>();
  const params = { inviteId: invite.id };
  const settle = async (route: typeof inviteResend | typeof inviteCancel, news: string) => {
    const answer = await send((key) => call(route, { params, key }));
    if (answer?.ok === true) onDone(news);
  };
  const role = roleOf(invite);
  return (
    <Card title={invite.email}>
      <p class="govuk-body">
        {invite.endsAt > now ? words.until(role, date(invite.endsAt)) : words.over(role)}
      </p>
      {refused !== undefined && <Refusal refused={refused} />}
      <div class="govuk-button-group">
        <Button
          type="button"
          look="secondary"
          onClick={() => void settle(inviteResend, words.news.sent(invite.email))}
        >
          {words.resend} <span class="govuk-visually-hidden">({invite.email})</span>
        </Button>
        <Button
          type="button"
          look="secondary"
          onClick={() => void settle(inviteCancel, words.news.cancelled)}
        >
          {words.cancel} <span class="govuk-visually-hidden">({invite.email})</span>
        </Button>
      </div>
    </Card>
  );
}
