import { useState } from 'preact/hooks';
import { type GroupMembers, type GroupRole, memberName, memberRemove } from '#shared/api/members.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { dateAndTime } from '#shared/text/en/date-and-time.ts';
import { members as words } from '#shared/text/en/members.ts';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import type { Call } from '../../lib/api.ts';
import { codesOf } from '../../lib/items.ts';
import { goWithNews } from '../../lib/news.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Refusal } from '../refusal.tsx';

type CardProps = {
  groupId: OrganizationId;
  member: GroupMembers['members'][number];
  /** How many hold each role here. */
  held: Readonly<Record<GroupRole, number>>;
  call: Call;
  onDone: (news: string) => void;
};

/** What can be given comes before what can be taken; the last lead stays. */
function rolesToChange({ roles }: CardProps['member'], { group_lead }: CardProps['held']): GroupRole[] {
  const codes = codesOf(words.roles);
  const takes = codes.filter((role) => roles.includes(role));
  return [
    ...codes.filter((role) => !takes.includes(role)),
    ...takes.filter((role) => role !== 'group_lead' || group_lead > 1),
  ];
}

/** Somebody of the group: what they may do here, one role more, and one less after asking again. */
export function MemberCard({ groupId, member, held, call, onDone }: CardProps) {
  const { userId, name, email, roles, opensFrom, isMe } = member;
  const [asked, setAsked] = useState<GroupRole | undefined>(undefined);
  const { send, refused } = useSubmit<unknown>();
  const give = async (role: GroupRole) => {
    const answer = await send((key) =>
      call(memberName, { params: { groupId }, body: { userId, role }, key }),
    );
    if (answer?.ok !== true) return;
    if (isMe) goWithNews(`/my-group?group=${groupId}`, words.news.reads);
    else onDone(words.news.named);
  };
  const take = async (role: GroupRole) => {
    const answer = await send((key) => call(memberRemove, { params: { groupId, userId, role }, key }));
    if (answer?.ok !== true) return;
    // Whoever takes a role from themselves is signed out with it.
    if (isMe) window.location.assign('/auth/sign-in?to=/start');
    else onDone(words.news.removed);
  };
  return (
    <Card title={isMe ? words.me(name) : name}>
      <p class="govuk-body">{email}</p>
      <p class="govuk-body">{roles.map((role) => words.roles[role]).join(', ')}</p>
      {isMe && held.group_lead === 1 && <p class="govuk-hint">{words.onlyLead}</p>}
      {opensFrom !== null && <p class="govuk-body">{words.opensFrom(dateAndTime(opensFrom))}</p>}
      {refused !== undefined && <Refusal refused={refused} />}
      {asked === undefined ? (
        <div class="govuk-button-group">
          {rolesToChange(member, held).map((role) => {
            const holds = roles.includes(role);
            const text = holds ? words.remove[role] : isMe ? words.nameMe : words.name[role];
            return (
              <Button
                key={role}
                type="button"
                look="secondary"
                onClick={() => (holds ? setAsked(role) : void give(role))}
              >
                {text} <span class="govuk-visually-hidden">({name})</span>
              </Button>
            );
          })}
        </div>
      ) : (
        <>
          <p class="govuk-body">{words.sure[asked](name)}</p>
          {asked === 'group_reader' && held.group_reader === 1 && (
            <p class="govuk-body">{words.lastReader}</p>
          )}
          <div class="govuk-button-group">
            <Button type="button" look="warning" onClick={() => void take(asked)}>
              {words.yes}
            </Button>
            <Button type="button" look="secondary" onClick={() => setAsked(undefined)}>
              {words.no}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
