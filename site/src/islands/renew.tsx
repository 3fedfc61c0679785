import { useState } from 'preact/hooks';
import { type Safeguarding, safeguardingRead, safeguardingWithdraw } from '#shared/api/safeguarding.ts';
import { SAFEGUARDING_QUESTIONS, type SafeguardingQuestion } from '#shared/model/safeguarding-answers.ts';
import { date } from '#shared/text/en/format.ts';
import { myGroup } from '#shared/text/en/my-group.ts';
import { renewPage as words } from '#shared/text/en/renew.ts';
import { basics, questionTitles } from '#shared/text/en/safeguarding-titles.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { Button } from '#shared/ui/button.tsx';
import { CallButton } from '#shared/ui/call-button.tsx';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { DateInput } from '#shared/ui/date-input.tsx';
import { Details } from '#shared/ui/details.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { SummaryList } from '#shared/ui/summary-list.tsx';
import * as contracts from '../contracts/renewal.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { day, isTicked } from '../lib/form-data.ts';
import { groupOfPage } from '../lib/group-of-page.ts';
import { codesOf } from '../lib/items.ts';
import { useLoad } from '../lib/use-load.ts';
import { useSubmit } from '../lib/use-submit.ts';
import type { PageProps } from './frame.tsx';
import { GovForm } from './gov-form.tsx';
import { Loading } from './loading.tsx';
import { Refusal } from './refusal.tsx';
import { RefusedPage } from './refused-page.tsx';
import { answerText } from './safeguarding/answer-text.ts';
import { SavedBanner } from './saved-banner.tsx';

type Part = { about: Safeguarding; call: Call; onDone: (now: Safeguarding, said: string) => void };
const hrefOf = ({ group }: Safeguarding, question: SafeguardingQuestion) =>
  `/safeguarding?group=${group.id}&question=${question}`;
/** What renewing itself cannot mend: the two dates it asks for, and answers that only grew old. */
const isOpen = ({ answers, readers }: Safeguarding, question: SafeguardingQuestion): boolean =>
  answers[question] === undefined || (question === 'keeping' && readers === 0);
const until = ({ standing }: Pick<Safeguarding, 'standing'>) =>
  date(standing.validUntil ?? standing.confirmedAt ?? '');

/** How long it counts, in a sentence. */
export function standingOf(about: Pick<Safeguarding, 'standing' | 'now'>): string {
  const { status, validUntil, confirmedAt } = about.standing;
  if (status === 'paused_by_coordinator') return basics.paused;
  if (status === 'withdrawn_by_group') return words.takenBack;
  if (confirmedAt === null) return words.never;
  return validUntil !== null && validUntil > about.now ? words.until(until(about)) : words.over;
}

const MESSAGES = {
  policyReviewedOn: basics.reviewedProblem,
  insuredUntil: basics.insuredProblem,
};

function RenewForm({ about, call, onDone }: Part) {
  const employs = about.answers.employs?.anybody === true;
  const form = useGovForm({
    contract: contracts.renewal,
    read: (data) => ({
      policyReviewedOn: day(data, 'policyReviewedOn'),
      insuredUntil: employs ? day(data, 'insuredUntil') : null,
      stillTrue: isTicked(data, 'stillTrue'),
    }),
    send: (endpoint, body, key) => call(endpoint, { params: { groupId: about.group.id }, body, key }),
    done: (reply) => reply !== undefined && onDone(reply, words.done(until(reply))),
    messages: MESSAGES,
  });
  return (
    <GovForm form={form} submit={words.submit}>
      <DateInput
        id="policyReviewedOn"
        namePrefix="policyReviewedOn"
        legend={words.reviewed}
        legendSize="s"
        hint={basics.reviewedHint}
        error={form.errorFor('policyReviewedOn')}
      />
      {employs && (
        <DateInput
          id="insuredUntil"
          namePrefix="insuredUntil"
          legend={basics.insured}
          legendSize="s"
          error={form.errorFor('insuredUntil')}
        />
      )}
      <Checkboxes
        id="stillTrue"
        fieldset={false}
        items={[{ value: 'yes', text: words.stillTrue }]}
        error={form.errorFor('stillTrue')}
      />
    </GovForm>
  );
}

function TakeBack({ about, call, onDone }: Part) {
  const { send, isBusy, refused } = useSubmit<Safeguarding>();
  const takeBack = async () => {
    const answer = await send((key) =>
      call(safeguardingWithdraw, { params: { groupId: about.group.id }, body: {}, key }),
    );
    if (answer?.ok) onDone(answer.value, words.takeBack.done);
  };
  return (
    <Details summary={words.takeBack.title}>
      <p>{words.takeBack.text}</p>
      {refused !== undefined && <Refusal refused={refused} retry={() => void takeBack()} />}
      <Button type="button" look="warning" onClick={() => isBusy || void takeBack()}>
        {words.takeBack.submit}
      </Button>
    </Details>
  );
}

function Renewing({ loaded, call }: { loaded: Safeguarding; call: Call }) {
  const [about, setAbout] = useState(loaded);
  const [said, setSaid] = useState<readonly string[]>([]);
  const onDone = (now: Safeguarding, what: string) => {
    setAbout(now);
    setSaid([...said, what]);
  };
  const asked = codesOf(SAFEGUARDING_QUESTIONS).filter(
    (one) => one !== 'advice' || about.answers.does?.includes('advice') === true,
  );
  const open = asked.filter((one) => isOpen(about, one));
  const { status, tier } = about.standing;
  const isHere = about.inEngland && tier <= 1 && status !== 'paused_by_coordinator';
  const part = { about, call, onDone };
  return (
    <>
      <BackLink href="/my-group">{words.back}</BackLink>
      {said.length > 0 && <SavedBanner text={said.at(-1) ?? ''} round={said.length} />}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="lede">{standingOf(about)}</p>
      {isHere && <p class="govuk-body">{open.length === 0 ? words.lede : words.left}</p>}
      <SummaryList
        rows={asked.map((question) => ({
          key: questionTitles[question],
          value: answerText(about.answers, question).map((line) => <div key={line}>{line}</div>),
          actions: [
            {
              href: hrefOf(about, question),
              text: words.change,
              visuallyHiddenText: questionTitles[question],
            },
          ],
        }))}
      />
      {isHere && open.length === 0 && <RenewForm key={said.length} {...part} />}
      {isHere && open[0] !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={hrefOf(about, open[0])}>
            {words.answer}
          </a>
        </p>
      )}
      {about.standing.confirmedAt !== null && status !== 'withdrawn_by_group' && isHere && (
        <TakeBack {...part} />
      )}
      <CallButton phone={about.helper.phone} look="secondary">
        {basics.ring(about.helper.name)}
      </CallButton>
    </>
  );
}

/** All a group has told about safeguarding on one page: renewed for a year, or taken back. */
export function RenewPage({ session, call }: PageProps) {
  const id = groupOfPage(session);
  const { state, again } = useLoad<Safeguarding | undefined>(
    async () =>
      id === undefined ? { ok: true, value: undefined } : call(safeguardingRead, { params: { groupId: id } }),
    id ?? '',
  );
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  if (state.value === undefined) return <EmptyState title={myGroup.none} heading="h1" />;
  return <Renewing loaded={state.value} call={call} />;
}
