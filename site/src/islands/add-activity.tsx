import { useLayoutEffect, useState } from 'preact/hooks';
import { serviceChange } from '#shared/api/activities.ts';
import type { OwnService } from '#shared/api/groups.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { outlineForm as words } from '#shared/text/en/listing-form.ts';
import { myGroup } from '#shared/text/en/my-group.ts';
import { site } from '#shared/text/en/site.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import * as contracts from '../contracts/add-activity.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { groupOfPage } from '../lib/group-of-page.ts';
import { goWithNews } from '../lib/news.ts';
import type { PageProps } from './frame.tsx';
import { GovForm } from './gov-form.tsx';
import { OutlineFields } from './listing/outline-fields.tsx';
import { OwnServicePage, serviceAsked } from './listing/own-service.tsx';
import { type Line, lookAtTimes, timesMessages } from './listing/read-listing.ts';
import { readOutline } from './listing/read-outline.ts';
import { TimeLines } from './listing/time-lines.tsx';

type Service = OwnService['service'];
type OutlineProps = { groupId: OrganizationId; service?: Service | undefined; call: Call };

const linesOf = (service: Service | undefined): Line[] =>
  service === undefined
    ? [{ key: 0, schedule: {} }]
    : service.schedules.map((schedule, key) => ({ key, schedule }));

/** What an activity is, when and where: a new one, or one that is there. */
function Outline({ groupId, service, call }: OutlineProps) {
  const back = `/my-group?group=${groupId}`;
  const [lines, setLines] = useState<readonly Line[]>(() => linesOf(service));
  const form = useGovForm({
    contract: contracts.outline,
    read: (data) => readOutline(data, lines),
    send: (endpoint, body, key) =>
      service === undefined
        ? call(endpoint, { params: { groupId }, body, key })
        : call(serviceChange, { params: { serviceId: service.id }, body, key }),
    done: (_, { name }) => goWithNews(back, service === undefined ? words.added(name) : words.saved),
    messages: {
      'cost-pence': words.costProblem,
      needs: words.needsProblem,
      ...timesMessages(lines.length),
    },
    look: ({ schedules }) => lookAtTimes(schedules),
  });
  useLayoutEffect(() => {
    if (service !== undefined) document.title = site.titleOf(words.change);
  }, []);
  return (
    <>
      <BackLink href={back}>{myGroup.back}</BackLink>
      <h1 class="govuk-heading-l">
        {service === undefined ? words.add : `${words.change}: ${service.name}`}
      </h1>
      <GovForm form={form} submit={words.submit}>
        <OutlineFields service={service} errorFor={form.errorFor}>
          <TimeLines lines={lines} onLines={setLines} errorFor={form.errorFor} />
        </OutlineFields>
      </GovForm>
    </>
  );
}

/** The page to add something people can join, or (`?service=`) to change what, when and where it is. */
export function AddActivityPage(props: PageProps) {
  const { session, call } = props;
  if (serviceAsked() !== undefined)
    return (
      <OwnServicePage {...props}>
        {({ service }) => <Outline groupId={service.organizationId} service={service} call={call} />}
      </OwnServicePage>
    );
  const groupId = groupOfPage(session);
  if (groupId === undefined) return <EmptyState title={myGroup.none} heading="h1" />;
  return <Outline groupId={groupId} call={call} />;
}
