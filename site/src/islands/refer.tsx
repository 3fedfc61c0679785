import { useEffect, useState } from 'preact/hooks';
import { referralForm } from '#shared/api/groups.ts';
import { type ReferralRequest, ReferralRequest as Request } from '#shared/api/referrals.ts';
import { ServiceId } from '#shared/model/ids.ts';
import { Need } from '#shared/model/need.ts';
import { Cell, Outcode } from '#shared/model/postcode.ts';
import { refer as words } from '#shared/text/en/refer.ts';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import type { Refused } from '../lib/answer.ts';
import { useGovForm } from '../lib/form.ts';
import { queryValue, queryValues } from '../lib/page-query.ts';
import { fetchShard, wardOfCell } from '../lib/place.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { GovForm, goToField } from './gov-form.tsx';
import { Loading } from './loading.tsx';
import { Check } from './refer/check.tsx';
import { GroupFacts, type ReferralForm, whyNot } from './refer/group-facts.tsx';
import { lookAtReferral } from './refer/look-at-referral.ts';
import type { Place } from './refer/place-field.tsx';
import { readReferral } from './refer/read-referral.ts';
import { ReferralFields } from './refer/referral-form.tsx';
import { Sent, type SentAbout } from './refer/sent.tsx';
import { Refusal } from './refusal.tsx';

const NOWHERE: Place = { wards: [], chosen: undefined, round: 0 };

/** The ward the search was about: its district and map square are in the address, never a postcode. */
function usePlace() {
  const [place, setPlace] = useState<Place>(NOWHERE);
  useEffect(() => {
    const near = queryValue(window.location.search, 'near', Outcode);
    const cell = queryValue(window.location.search, 'cell', Cell);
    if (near === undefined) return;
    void fetchShard(near).then((shard) => {
      if (shard === undefined || shard === 'no_connection') return;
      const chosen = cell === undefined ? undefined : wardOfCell(shard, cell)?.code;
      setPlace((before) => (before.round > 0 ? before : { wards: shard.wards, chosen, round: 1 }));
    });
  }, []);
  return [place, setPlace] as const;
}

type Step = { at: 'form' } | { at: 'check'; given: ReferralRequest } | { at: 'sent'; sent: SentAbout };

/** The steps of one page; the browser's own back goes from the check to the form. Nothing typed is in the history. */
function useSteps() {
  const [step, setStep] = useState<Step>({ at: 'form' });
  useEffect(() => {
    const back = () => setStep((now) => (now.at === 'check' ? { at: 'form' } : now));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const check = (given: ReferralRequest) => {
    window.history.pushState(null, '');
    setStep({ at: 'check', given });
  };
  return { step, setStep, check };
}

function Referring({ about, call }: { about: ReferralForm; call: PageProps['call'] }) {
  const [place, setPlace] = usePlace();
  const { step, setStep, check } = useSteps();
  const form = useGovForm({
    schema: Request,
    read: (data) =>
      readReferral(data, {
        serviceId: about.service.id,
        wordingVersion: about.wordingVersion,
        today: about.today,
        wards: place.wards,
      }),
    done: (_, given) => check(given),
    messages: { 'agreement-agreedOn': words.agreement.dayProblem, ward: words.place.choose },
    look: (given, data) => lookAtReferral(given, data, about.today),
  });
  function back(field: string | undefined, refused?: Refused): void {
    window.history.back();
    setStep({ at: 'form' });
    if (refused !== undefined) form.tell(refused.fields ?? [], refused);
    else requestAnimationFrame(() => goToField(field ?? 'stopPanelPassed'));
  }
  if (step.at === 'sent') return <Sent call={call} sent={step.sent} />;
  const group = about.service.organizationName;
  return (
    <>
      <div hidden={step.at === 'check'}>
        <h1 class="govuk-heading-l">
          {words.title} {words.to(group)}
        </h1>
        <GroupFacts about={about} />
        {whyNot(about) === undefined && (
          <GovForm form={form} submit={words.go}>
            <ReferralFields
              about={about}
              chosenNeeds={queryValues(window.location.search, 'need', Need)}
              place={place}
              onPlace={setPlace}
              errorFor={form.errorFor}
            />
          </GovForm>
        )}
      </div>
      {step.at === 'check' && (
        <Check
          call={call}
          given={step.given}
          group={group}
          onBack={back}
          onSent={({ id, reference }) =>
            setStep({
              at: 'sent',
              sent: {
                id,
                reference,
                group,
                organizationId: about.service.organizationId,
                serviceId: about.service.id,
                isTextless: step.given.person.safeContact.includes('no_text'),
              },
            })
          }
        />
      )}
    </>
  );
}

/** Sends a referral to one activity: what to know first, one screen, a check, and what comes after. */
export function Refer({ call }: PageProps) {
  const serviceId = queryValue(window.location.search, 'service', ServiceId);
  if (serviceId === undefined) {
    return (
      <EmptyState title={words.title} heading="h1">
        <p>{words.missing}</p>
        <p>
          <a class="govuk-link" href="/find">
            {words.search}
          </a>
        </p>
      </EmptyState>
    );
  }
  return <ForService call={call} serviceId={serviceId} />;
}

function ForService({ call, serviceId }: Pick<PageProps, 'call'> & { serviceId: ServiceId }) {
  const { state, again } = useLoad(() => call(referralForm, { params: { serviceId } }), serviceId);
  switch (state.kind) {
    case 'waiting':
      return <Loading />;
    case 'refused':
      return <Refusal refused={state.refused} retry={() => void again()} />;
    case 'ready':
      return <Referring about={state.value} call={call} />;
  }
}
