import { groupServices } from '#shared/api/groups.ts';
import { groupProgress } from '#shared/api/own-group.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { groupSteps } from '#shared/text/en/group-steps.ts';
import { myGroup as words } from '#shared/text/en/my-group.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import type { Reply } from '../lib/api.ts';
import { groupsChosen } from '../lib/group-of-page.ts';
import { takeNews } from '../lib/news.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { Links } from './links.tsx';
import { Loading } from './loading.tsx';
import { Activities } from './my-group/activities.tsx';
import { Progress, Steps } from './my-group/progress.tsx';
import { RefusedPage } from './refused-page.tsx';
import { SavedBanner } from './saved-banner.tsx';

type Call = PageProps['call'];
type Shown = { progress: Reply<typeof groupProgress>; own: Reply<typeof groupServices> };

/** Both halves of the page; the first refusal is the page's. */
async function load(call: Call, groupId: OrganizationId) {
  const [progress, own] = await Promise.all([
    call(groupProgress, { params: { groupId } }),
    call(groupServices, { params: { groupId } }),
  ]);
  if (!progress.ok) return progress;
  if (!own.ok) return own;
  return { ok: true as const, value: { progress: progress.value, own: own.value } };
}

const Group = ({ progress, own, call, again }: Shown & { call: Call; again: () => void }) => {
  const { group, check } = progress;
  const more = [
    ...(check === 'checked' ? [{ href: `/groups/${group.id}`, text: words.preview }] : []),
    { href: `/add-activity?group=${group.id}`, text: own.services.length === 0 ? words.addFirst : words.add },
    { href: `/members?group=${group.id}`, text: words.members },
    { href: `/my-grants?group=${group.id}`, text: words.grants },
  ];
  return (
    <>
      <Progress progress={progress} call={call} again={again} />
      {!progress.receives && <Steps progress={progress} />}
      <Activities services={own.services} now={own.now} call={call} onSaid={again} />
      {progress.receives && <Steps progress={progress} />}
      <h2 class="govuk-heading-m">{words.more}</h2>
      <Links links={more} />
    </>
  );
};

type OneProps = { id: OrganizationId; name: string; call: Call; isOneOfSeveral: boolean };

function OneGroup({ id, name, call, isOneOfSeveral }: OneProps) {
  const { state, again } = useLoad<Shown>(() => load(call, id), id);
  const news = takeNews();
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  return (
    <>
      {isOneOfSeveral && <BackLink href="/my-group">{groupSteps.all}</BackLink>}
      {news !== undefined && <SavedBanner round={1} text={news} />}
      <h1 class="govuk-heading-l">{name}</h1>
      {state.kind === 'waiting' && <Loading />}
      {state.kind === 'ready' && <Group {...state.value} call={call} again={() => void again()} />}
    </>
  );
}

/**
 * A group somebody leads: how far it is, one press for room, and the way to all the rest. Until link workers can
 * send people what is left comes first, from then on the room. Of several, one is chosen first.
 */
export function MyGroup({ session, call }: PageProps) {
  const { chosen, groups } = groupsChosen(session);
  const nameOf = (id: OrganizationId) => session.names[id] ?? words.title;
  if (chosen !== undefined)
    return <OneGroup id={chosen} name={nameOf(chosen)} call={call} isOneOfSeveral={groups.length > 1} />;
  return (
    <>
      <h1 class="govuk-heading-l">{groups.length === 0 ? words.none : groupSteps.choose}</h1>
      <Links links={groups.map((id) => ({ text: nameOf(id), href: `/my-group?group=${id}` }))} />
    </>
  );
}
