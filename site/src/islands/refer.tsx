import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { referralForm } from '#shared/api/groups.ts';
import type { ReferralRequest, referralCreate } from '#shared/api/referrals.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import { wardOfCell } from '#shared/model/ward-of-cell.ts';
import { checkAnswers } from '#shared/text/en/refer.ts';
import * as contracts from '../contracts/refer.ts';
import type { Refused } from '../lib/answer.ts';
import { useGovForm } from '../lib/form.ts';
import { nearIn } from '../lib/near-in-query.ts';
import { idIn } from '../lib/page-query.ts';
import { fetchShard } from '../lib/place.ts';
import { soughtIn } from '../lib/sought.ts';
import { rememberTextWish } from '../lib/text-wish.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { GovForm, goToField } from './gov-form.tsx';
import { Loading } from './loading.tsx';
import { NoActivity } from './refer/about.drawn.tsx';
import { Check } from './refer/check.tsx';
import { GroupFacts, type ReferralForm } from './refer/group-facts.tsx';
import { lookAtReferral } from './refer/look-at-referral.ts';
import type { Place } from './refer/place-field.tsx';
import { readReferral } from './refer/read-referral.ts';
import { ReferralFields } from './refer/referral-form.tsx';
import { RefusedPage } from './refused-page.tsx';

const NOWHERE: Place = { wards: [], chosen: undefined, round: 0 };

/** The ward the search was about: its district and map square are in the address, never a postcode. */
function usePlace() {
  const [place, setPlace] = useState<Place>(NOWHERE);
  useEffect(() => {
    const { near, cell } = nearIn(window.location.search);
    if (near === undefined) return;
    void fetchShard(near).then((shard) => {
      if (shard === undefined || shard === 'no_connection') return;
      const chosen = cell === undefined ? undefined : wardOfCell(shard, cell)?.code;
      setPlace((before) => (before.round > 0 ? before : { wards: shard.wards, chosen, round: 1 }));
    });
  }, []);
  return [place, setPlace] as const;
}

type FormParts = {
  place: Place;
  onPlace: (place: Place) => void;
  form: ReturnType<typeof useGovForm<typeof referralCreate>>;
};

type Step =
  | { at: 'form'; field?: string }
  | { at: 'sent'; id: string }
  | { at: 'check'; given: ReferralRequest };

/** Where the form begins. */
const FIRST = 'stopPanelPassed';

/** The steps of one page; the browser's own back goes from the check to the form. Nothing typed is in the history. */
function useSteps() {
  const [step, setStep] = useState<Step>({ at: 'form' });
  useEffect(() => {
    const back = () => setStep((now) => (now.at === 'check' ? { at: 'form', field: FIRST } : now));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  useLayoutEffect(() => {
    if (step.at === 'form' && step.field !== undefined) goToField(step.field);
    // Only once the form is gone: what it held is not unsent any more.
    if (step.at === 'sent') window.location.replace(`/sent?referral=${step.id}`);
  }, [step]);
  const check = (given: ReferralRequest) => {
    // The form comes back at the answer to change, not where it was left.
    window.history.scrollRestoration = 'manual';
    window.history.pushState(null, '');
    setStep({ at: 'check', given });
  };
  return { step, setStep, check };
}

type ReferringProps = { about: ReferralForm; call: PageProps['call'] };

/** The form alone: hidden, not gone, while its answers are checked, so that nothing typed is lost. */
function Form({ about, place, onPlace, form }: Omit<ReferringProps, 'call'> & FormParts) {
  return (
    <>
      <GroupFacts about={about} />
      {about.whyNot === null && (
        <GovForm form={form} submit={checkAnswers}>
          <ReferralFields
            about={about}
            sought={soughtIn(window.location.search, about.service.schedules)}
            place={place}
            onPlace={onPlace}
            errorFor={form.errorFor}
          />
        </GovForm>
      )}
    </>
  );
}

function Referring({ about, call }: ReferringProps) {
  const [place, setPlace] = usePlace();
  const { step, setStep, check } = useSteps();
  const form = useGovForm<typeof referralCreate>({
    contract: contracts.referral,
    read: (data) =>
      readReferral(data, {
        serviceId: about.service.id,
        wordingVersion: about.wordingVersion,
        today: about.today,
        wards: place.wards,
      }),
    done: (_, given) => check(given),
    look: (given, data, lookForDetails) =>
      lookAtReferral(given, data, { today: about.today, lookForDetails }),
  });
  function back(field = FIRST, refused?: Refused): void {
    window.history.back();
    setStep(refused === undefined ? { at: 'form', field } : { at: 'form' });
    if (refused !== undefined) form.tell(refused.fields ?? [], refused);
  }
  // Nothing of the person stays on the page while the next one is fetched.
  if (step.at === 'sent') return <Loading />;
  return (
    <>
      <div hidden={step.at === 'check'}>
        <Form about={about} place={place} onPlace={setPlace} form={form} />
      </div>
      {step.at === 'check' && (
        <Check
          call={call}
          given={step.given}
          form={form.place}
          group={about.service.organizationName}
          onBack={back}
          onSent={({ id }) => {
            rememberTextWish(id, step.given.person.safeContact.includes('no_text'));
            setStep({ at: 'sent', id });
          }}
        />
      )}
    </>
  );
}

/** Sends a referral to one activity: what to know first, one screen, a check; what comes after has a page of its own. */
export function Refer({ call }: PageProps) {
  const serviceId = idIn<ServiceId>(window.location.search, 'service');
  if (serviceId === undefined) return <NoActivity />;
  return <ForService call={call} serviceId={serviceId} />;
}

function ForService({ call, serviceId }: Pick<PageProps, 'call'> & { serviceId: ServiceId }) {
  const { state, again } = useLoad(() => call(referralForm, { params: { serviceId } }), serviceId);
  switch (state.kind) {
    case 'waiting':
      return <Loading />;
    case 'refused':
      return <RefusedPage refused={state.refused} retry={() => void again()} />;
    case 'ready':
      return <Referring about={state.value} call={call} />;
  }
}
