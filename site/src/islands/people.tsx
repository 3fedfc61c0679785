import { useState } from 'preact/hooks';
import { peopleList, type StaffPerson } from '#shared/api/people.ts';
import { dateAndTime } from '#shared/text/en/date-and-time.ts';
import { people as words } from '#shared/text/en/people.ts';
import { roleNames } from '#shared/text/en/role-names.ts';
import { Button } from '#shared/ui/button.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { usePages } from '../lib/use-pages.ts';
import type { PageProps } from './frame.tsx';
import { InviteWaiting } from './invite-waiting.tsx';
import { Loading } from './loading.tsx';
import { InviteForm } from './people/invite-form.tsx';
import { Leavers } from './people/leavers.tsx';
import type { News, PeoplePage } from './people/people-props.ts';
import { Person } from './people/person.tsx';
import { TeamForm } from './people/team-form.tsx';
import { Refusal } from './refusal.tsx';
import { RefusedPage } from './refused-page.tsx';
import { SavedBanner } from './saved-banner.tsx';

type Part = { id: string; name: string };

/** The people of one team, or of the area, and who is invited to it. */
function Group({ part, ...of }: PeoplePage & { part: Part }) {
  const isHere = (held: { role: string; schemeId?: string }) => (held.schemeId ?? 'area') === part.id;
  const here = of.page.people.filter(({ memberships }) =>
    memberships.some((held) => isHere('schemeId' in held ? held : { role: held.role })),
  );
  const invited = of.page.invites.filter(({ membership: held }) =>
    isHere('schemeId' in held ? held : { role: held.role }),
  );
  // A team that is still to come is not a team without anybody.
  if (here.length === 0 && invited.length === 0 && !of.page.isAll) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{part.name}</h2>
      {here.map((person) => (
        <Person key={person.userId} person={person} {...of} />
      ))}
      {invited.map((invite) => (
        <InviteWaiting
          key={invite.id}
          invite={invite}
          above={roleNames[invite.membership.role]}
          heading="h3"
          words={words.pending}
          call={of.call}
          tell={of.tell}
        >
          <Tag colour="blue">{words.waiting}</Tag>{' '}
          {invite.endsAt > of.page.now ? words.until(dateAndTime(invite.endsAt)) : words.ranOut}
        </InviteWaiting>
      ))}
    </>
  );
}

/** Everybody shown so far, each once though they belong to two teams, by name. */
const shownOf = (rows: readonly StaffPerson[]): StaffPerson[] =>
  [...new Map(rows.map((person) => [person.userId, person])).values()].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );

/** Who may sign in: teams, their people, who is invited, and who has left. */
export function People({ session, call }: PageProps) {
  const list = usePages((cursor) => call(peopleList, { query: cursor === null ? {} : { cursor } }), 'people');
  const [news, setNews] = useState<News | undefined>(undefined);
  if (list.kind === 'waiting') return <Loading />;
  const { first, next, refused, more } = list;
  const retry = () => void more(null);
  if (first === undefined)
    return refused === undefined ? null : <RefusedPage refused={refused} retry={retry} />;
  const page = { ...first, people: shownOf(list.rows), isAll: next === null };
  const isCoordinator = session.memberships.some(({ role }) => role === 'coordinator');
  const tell = (text: string) => {
    void more(null);
    setNews({ text, round: (news?.round ?? 0) + 1 });
  };
  const of: PeoplePage = { page, call, tell, me: session.userId, isCoordinator };
  const parts: Part[] = isCoordinator
    ? [{ id: 'area', name: session.areaName }, ...page.schemes]
    : page.schemes;
  return (
    <>
      {news !== undefined && <SavedBanner text={news.text} round={news.round} />}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      {page.schemes.length === 0 && <p class="govuk-body">{words.noTeams}</p>}
      {parts.map((part) => (
        <Group key={part.id} part={part} {...of} />
      ))}
      {refused !== undefined && <Refusal refused={refused} retry={() => void more(next)} />}
      {next !== null && (
        <Button type="button" look="secondary" onClick={() => void more(next)}>
          {words.more}
        </Button>
      )}
      <InviteForm {...of} />
      {isCoordinator && <TeamForm {...of} />}
      <Leavers {...of} />
    </>
  );
}
