import type { ComponentChild } from 'preact';
import { groupServices, type OwnService } from '#shared/api/groups.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import { listingForm as words } from '#shared/text/en/listing-form.ts';
import { myGroup } from '#shared/text/en/my-group.ts';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import type { Answer } from '../../lib/answer.ts';
import type { Call } from '../../lib/api.ts';
import { idIn } from '../../lib/page-query.ts';
import { groupsOf } from '../../lib/tasks.ts';
import { useLoad } from '../../lib/use-load.ts';
import type { PageProps } from '../frame.tsx';
import { Loading } from '../loading.tsx';
import { RefusedPage } from '../refused-page.tsx';

/** Looks for one activity among the groups somebody leads. */
async function find(call: Call, groups: ReturnType<typeof groupsOf>, id: ServiceId) {
  let answer: Answer<OwnService | undefined> = { ok: true, value: undefined };
  for (const groupId of groups) {
    const listed = await call(groupServices, { params: { groupId } });
    if (!listed.ok) answer = listed;
    const own = listed.ok ? listed.value.services.find(({ service }) => service.id === id) : undefined;
    if (own !== undefined) return { ok: true as const, value: own };
  }
  return answer;
}

/** The activity the address asks for. */
export const serviceAsked = (): ServiceId | undefined => idIn<ServiceId>(window.location.search, 'service');

/** A page about one activity of somebody's own groups; the activity's id is all the address says. */
export function OwnServicePage({
  session,
  call,
  children,
}: PageProps & { children: (own: OwnService) => ComponentChild }) {
  const id = serviceAsked();
  const { state, again } = useLoad<OwnService | undefined>(
    async () =>
      id === undefined
        ? { ok: true, value: undefined }
        : await find(call, groupsOf(session.memberships, ['group_lead']), id),
    id ?? '',
  );
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  if (state.value !== undefined) return <>{children(state.value)}</>;
  return (
    <EmptyState title={myGroup.title} heading="h1">
      <p>{id === undefined ? words.missing : words.notYours}</p>
      <p>
        <a class="govuk-link" href="/my-group">
          {myGroup.back}
        </a>
      </p>
    </EmptyState>
  );
}
