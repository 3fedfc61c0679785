import { useState } from 'preact/hooks';
import { groupServices, type OwnService } from '#shared/api/groups.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import { serviceStatuses } from '#shared/text/en/listing.ts';
import { listingForm as words } from '#shared/text/en/listing-form.ts';
import { myGroup } from '#shared/text/en/my-group.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { CharacterCount } from '#shared/ui/character-count.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import type { Answer } from '../lib/answer.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { items } from '../lib/items.ts';
import { idIn } from '../lib/page-query.ts';
import { groupsOf } from '../lib/tasks.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { GovForm } from './gov-form.tsx';
import { Loading } from './loading.tsx';
import { AccessFields } from './my-group/access-fields.tsx';
import { type Line, listingMessages, lookAtTimes, poundsOf, readListing } from './my-group/read-listing.ts';
import { TimeLines } from './my-group/time-lines.tsx';
import { Refusal } from './refusal.tsx';
import { SavedBanner } from './saved-banner.tsx';

type FieldsProps = { own: OwnService; errorFor: (id: string) => string | undefined };

const Words = ({ own: { service }, errorFor }: FieldsProps) => (
  <>
    <CharacterCount
      id="description"
      label={words.description}
      labelSize="s"
      hint={words.descriptionHint}
      error={errorFor('description')}
      value={service.description}
      max={600}
    />
    <CharacterCount
      id="firstVisit"
      label={words.firstVisit}
      labelSize="s"
      hint={words.firstVisitHint}
      error={errorFor('firstVisit')}
      value={service.firstVisit}
      max={400}
    />
  </>
);

const Cost = ({ own: { service }, errorFor }: FieldsProps) => (
  <>
    <TextInput
      id="cost-pence"
      name="cost"
      label={words.cost}
      labelSize="s"
      hint={words.costHint}
      error={errorFor('cost-pence')}
      value={poundsOf(service.cost.pence)}
      prefix="£"
      inputmode="decimal"
      width={5}
    />
    <TextInput
      id="cost-note"
      name="costNote"
      label={words.costNote}
      error={errorFor('cost-note')}
      value={service.cost.note}
    />
  </>
);

/** What a lead may change at once; the tier and the place are changed with the coordinator. */
function Listing({ own, call }: { own: OwnService; call: Call }) {
  const { service } = own;
  const [lines, setLines] = useState<readonly Line[]>(() =>
    service.schedules.map((schedule, key) => ({ key, schedule })),
  );
  const [saves, setSaves] = useState(0);
  const form = useGovForm({
    contract: async () => (await import('../contracts/my-group.ts')).listing,
    read: (data) => readListing(data, lines, service.access),
    send: (endpoint, body, key) => call(endpoint, { params: { serviceId: service.id }, body, key }),
    done: () => setSaves(saves + 1),
    messages: listingMessages(lines.length),
    look: ({ schedules }) => lookAtTimes(schedules),
  });
  return (
    <>
      <BackLink href="/my-group">{myGroup.back}</BackLink>
      {saves > 0 && !form.isWrong && <SavedBanner round={saves} text={words.saved} />}
      <h1 class="govuk-heading-l">
        {words.title}: {service.name}
      </h1>
      <p class="govuk-body">
        <a class="govuk-link" href={`/groups/${service.organizationId}`} target="_blank" rel="noopener">
          {myGroup.preview}
        </a>
      </p>
      <GovForm form={form} submit={words.submit}>
        <Words own={own} errorFor={form.errorFor} />
        <TimeLines lines={lines} onLines={setLines} errorFor={form.errorFor} />
        <Cost own={own} errorFor={form.errorFor} />
        <AccessFields access={service.access} />
        <Radios
          id="status"
          legend={words.status}
          legendSize="s"
          hint={words.statusHint}
          error={form.errorFor('status')}
          value={service.status}
          items={items(serviceStatuses)}
        />
      </GovForm>
    </>
  );
}

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

/** The page to change one listing; the activity's id is all the address says. */
export function ListingPage({ session, call }: PageProps) {
  const id = idIn<ServiceId>(window.location.search, 'service');
  const { state, again } = useLoad<OwnService | undefined>(
    async () =>
      id === undefined
        ? { ok: true, value: undefined }
        : await find(call, groupsOf(session.memberships, ['group_lead']), id),
    id ?? '',
  );
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <Refusal refused={state.refused} retry={() => void again()} />;
  if (state.value !== undefined) return <Listing own={state.value} call={call} />;
  return (
    <EmptyState title={words.title} heading="h1">
      <p>{id === undefined ? words.missing : words.notYours}</p>
      <p>
        <a class="govuk-link" href="/my-group">
          {myGroup.back}
        </a>
      </p>
    </EmptyState>
  );
}
