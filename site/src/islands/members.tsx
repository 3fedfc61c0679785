import { useState } from 'preact/hooks';
import type { InviteView } from '#shared/api/invites.ts';
import { type GroupMembers, type GroupRole, memberName, membersRead } from '#shared/api/members.ts';
import { date } from '#shared/text/en/format.ts';
import { members as words } from '#shared/text/en/members.ts';
import { myGroup } from '#shared/text/en/my-group.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { Button } from '#shared/ui/button.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import type { Call, Reply } from '../lib/api.ts';
import { goWithNews } from '../lib/news.ts';
import { useSubmit } from '../lib/use-submit.ts';
import type { PageProps } from './frame.tsx';
import { InviteWaiting } from './invite-waiting.tsx';
import { InviteForm } from './members/invite-form.tsx';
import { MemberCard } from './members/member-card.tsx';
import { OfOneGroup } from './of-one-group.tsx';
import { Refusal } from './refusal.tsx';
import { SavedBanner } from './saved-banner.tsx';

type OneProps = { about: GroupMembers; call: Call };

/** One tap for a lead who does everything alone. */
function ReadMyself({ about: { group, members }, call }: OneProps) {
  const { send, refused } = useSubmit<Reply<typeof memberName>>();
  const me = members.find(({ isMe }) => isMe);
  if (me === undefined) return null;
  const name = async () => {
    const answer = await send((key) =>
      call(memberName, {
        params: { groupId: group.id },
        body: { userId: me.userId, role: 'group_reader' },
        key,
      }),
    );
    // The next page knows the new role: its menu has the inbox.
    if (answer?.ok === true) goWithNews(`/my-group?group=${group.id}`, words.news.reads);
  };
  return (
    <InsetText>
      <p>{words.noReader}</p>
      {refused !== undefined && <Refusal refused={refused} />}
      <Button type="button" onClick={() => void name()}>
        {words.readMyself}
      </Button>
    </InsetText>
  );
}

/** What they are asked to be, and until when the link works. */
function untilWhen({ membership: { role }, endsAt }: InviteView, now: string): string {
  const asked = role === 'group_lead' || role === 'group_reader' ? words.roles[role] : '';
  return endsAt > now ? words.until(asked, date(endsAt)) : words.over(asked);
}

function Members({ about, call, again }: { about: GroupMembers; call: Call; again: () => void }) {
  const [news, setNews] = useState({ text: '', round: 0 });
  const { group, members, invites, now } = about;
  const holding = (role: GroupRole) => members.filter(({ roles }) => roles.includes(role)).length;
  const [leads, readers] = [holding('group_lead'), holding('group_reader')];
  const onDone = (text: string) => {
    setNews({ text, round: news.round + 1 });
    again();
  };
  return (
    <>
      <BackLink href={`/my-group?group=${group.id}`}>{myGroup.back}</BackLink>
      {news.round > 0 && <SavedBanner {...news} />}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      {readers === 0 && <ReadMyself about={about} call={call} />}
      <h2 class="govuk-heading-m">{words.here}</h2>
      {members.map((member) => (
        <MemberCard
          key={member.userId}
          groupId={group.id}
          member={member}
          held={{ group_lead: leads, group_reader: readers }}
          call={call}
          onDone={onDone}
        />
      ))}
      {invites.length > 0 && <h2 class="govuk-heading-m">{words.waiting}</h2>}
      {invites.map((invite) => (
        <InviteWaiting key={invite.id} invite={invite} words={words.invited} call={call} tell={onDone}>
          {untilWhen(invite, now)}
        </InviteWaiting>
      ))}
      <h2 class="govuk-heading-m">{words.invite}</h2>
      <InviteForm key={news.round} groupId={group.id} call={call} onDone={onDone} />
    </>
  );
}

/** Who looks after a group: who is here, who is invited, one more role, one less. */
export const MembersPage = ({ session, call }: PageProps) => (
  <OfOneGroup session={session} load={(groupId) => call(membersRead, { params: { groupId } })}>
    {(about, again) => <Members about={about} call={call} again={again} />}
  </OfOneGroup>
);
