import { useState } from 'preact/hooks';
import { groupRead } from '#shared/api/group-public.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { suggest as words } from '#shared/text/en/queue.ts';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { WarningText } from '#shared/ui/warning-text.tsx';
import * as contracts from '../contracts/suggestion.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { choice, text } from '../lib/form-data.ts';
import { idIn } from '../lib/page-query.ts';
import { useLoad } from '../lib/use-load.ts';
import { Done } from './done.tsx';
import { GovForm } from './gov-form.tsx';
import { Loading } from './loading.tsx';
import { RefusedPage } from './refused-page.tsx';
import { SuggestFields } from './suggest.drawn.tsx';

type About = { id: OrganizationId; name: string };

const Back = ({ group }: { group: About }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`/groups/${group.id}`}>
      {words.back(group.name)}
    </a>
  </p>
);

const Thanks = ({ group }: { group: About }) => (
  <>
    <Done title={words.done}>{words.doneHint}</Done>
    <Back group={group} />
  </>
);

function Form({ group, call }: { group: About; call: Call }) {
  const [isDone, setDone] = useState(false);
  const form = useGovForm({
    contract: contracts.suggestion,
    read: (data) => ({
      organizationId: group.id,
      topic: choice(data, 'topic'),
      text: text(data, 'text'),
    }),
    send: (endpoint, body, key) => call(endpoint, { body, key }),
    done: () => setDone(true),
    // A group's own number or address is just what may need changing; a person's are not.
    look: (given, data, lookForDetails) =>
      lookForDetails([{ id: 'text', text: given.text, kinds: ['nhs_number', 'birth_date'] }], data),
  });
  if (isDone) return <Thanks group={group} />;
  return (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead(group.name)}</p>
      <WarningText>{words.danger}</WarningText>
      <GovForm form={form} submit={words.submit} beside={<Back group={group} />}>
        <SuggestFields errorFor={form.errorFor} />
      </GovForm>
    </>
  );
}

/** Anyone may say that a listing is wrong; nobody is asked who they are. */
export function Suggest({ call }: { call: Call }) {
  const groupId = idIn<OrganizationId>(window.location.search, 'group');
  return groupId === undefined ? (
    <EmptyState title={words.title} heading="h1">
      <p>{words.missing}</p>
      <p>
        <a class="govuk-link" href="/find">
          {words.find}
        </a>
      </p>
    </EmptyState>
  ) : (
    <ForGroup groupId={groupId} call={call} />
  );
}

function ForGroup({ groupId, call }: { groupId: OrganizationId; call: Call }) {
  const { state, again } = useLoad(() => call(groupRead, { params: { groupId } }), groupId);
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  return <Form group={state.value} call={call} />;
}
