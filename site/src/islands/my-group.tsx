import { groupServices } from '#shared/api/groups.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { date } from '#shared/text/en/format.ts';
import { myGroup as words } from '#shared/text/en/my-group.ts';
import { Card } from '#shared/ui/card.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import type { Reply } from '../lib/api.ts';
import { groupsOf } from '../lib/tasks.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { Loading } from './loading.tsx';
import { RoomStatement } from './my-group/room-statement.tsx';
import { Refusal } from './refusal.tsx';

type Shown = { about: Reply<typeof groupServices>; call: PageProps['call'] };

const Group = ({ about: { group, services, now }, call }: Shown) => (
  <>
    <p class="govuk-body">
      {group.safeguarding.confirmedAt === null
        ? words.notConfirmed
        : words.confirmed(date(group.safeguarding.confirmedAt))}
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={`/safeguarding?group=${group.id}`}>
        {words.basics}
      </a>
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={`/groups/${group.id}`}>
        {words.preview}
      </a>
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/my-grants">
        {words.grants}
      </a>
    </p>
    {services.length === 0 && <p class="govuk-body">{words.noServices}</p>}
    {services.map((own) => (
      <Card key={own.service.id} title={own.service.name}>
        <RoomStatement own={own} now={now} call={call} />
        <p class="govuk-body">
          <a class="govuk-link" href={`/listing?service=${own.service.id}`}>
            {words.edit}
            <span class="govuk-visually-hidden"> ({own.service.name})</span>
          </a>
        </p>
      </Card>
    ))}
  </>
);

type OneProps = { id: OrganizationId; name: string; call: PageProps['call']; isAlone: boolean };

function OneGroup({ id, name, call, isAlone }: OneProps) {
  const { state, again } = useLoad(() => call(groupServices, { params: { groupId: id } }), id);
  return (
    <>
      {isAlone ? <h1 class="govuk-heading-l">{name}</h1> : <h2 class="govuk-heading-l">{name}</h2>}
      {state.kind === 'waiting' && <Loading />}
      {state.kind === 'refused' && <Refusal refused={state.refused} retry={() => void again()} />}
      {state.kind === 'ready' && <Group about={state.value} call={call} />}
    </>
  );
}

/** Each group somebody leads: one press for room, and the way to the listing. */
export function MyGroup({ session, call }: PageProps) {
  const groups = groupsOf(session.memberships, ['group_lead']);
  if (groups.length === 0) return <EmptyState title={words.none} heading="h1" />;
  return (
    <>
      {groups.length > 1 && <h1 class="govuk-heading-xl">{words.title}</h1>}
      {groups.map((id) => (
        <OneGroup
          key={id}
          isAlone={groups.length === 1}
          id={id}
          name={session.names[id] ?? words.title}
          call={call}
        />
      ))}
    </>
  );
}
