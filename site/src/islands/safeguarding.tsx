import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Safeguarding, safeguardingRead } from '#shared/api/safeguarding.ts';
import { SAFEGUARDING_QUESTIONS, type SafeguardingQuestion } from '#shared/model/safeguarding-answers.ts';
import { date } from '#shared/text/en/format.ts';
import { questions, safeguardingPage as words } from '#shared/text/en/safeguarding-questions.ts';
import { basics, questionTitles } from '#shared/text/en/safeguarding-titles.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { CallButton } from '#shared/ui/call-button.tsx';
import { Details } from '#shared/ui/details.tsx';
import { TaskList } from '#shared/ui/task-list.tsx';
import * as contracts from '../contracts/safeguarding.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { codesOf } from '../lib/items.ts';
import type { PageProps } from './frame.tsx';
import { GovForm } from './gov-form.tsx';
import { OfOneGroup } from './of-one-group.tsx';
import { QuestionFields } from './safeguarding/question-fields.tsx';
import { readAnswer } from './safeguarding/read-answer.ts';

const ALL = codesOf(SAFEGUARDING_QUESTIONS);
const isAsked = ({ answers }: Safeguarding, question: SafeguardingQuestion): boolean =>
  question !== 'advice' || answers.does?.includes('advice') === true;
const hrefOf = ({ group }: Safeguarding, question?: SafeguardingQuestion): string =>
  `/safeguarding?group=${group.id}${question === undefined ? '' : `&question=${question}`}`;
const questionIn = (search: string): SafeguardingQuestion | undefined =>
  ALL.find((one) => one === new URLSearchParams(search).get('question'));

const MESSAGES = {
  'policy-reviewedOn': basics.reviewedProblem,
  'employs-insuredUntil': basics.insuredProblem,
};

/** How the group stands, in a sentence. */
function standingOf({ standing, missing, inEngland }: Safeguarding): string {
  if (!inEngland) return words.elsewhere;
  if (standing.status === 'paused_by_coordinator') return basics.paused;
  if (standing.tier > 1) return words.higher;
  if (standing.status === 'withdrawn_by_group') return words.takenBack;
  if (standing.status === 'due_soon') return words.soon;
  return missing.length === 0 ? words.done : words.left(missing.length);
}

const Helper = ({ about: { helper } }: { about: Safeguarding }) => (
  <CallButton phone={helper.phone} look="secondary">
    {basics.ring(helper.name)}
  </CallButton>
);

function Overview({ about, saved }: { about: Safeguarding; saved: boolean }) {
  const { standing, missing } = about;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (saved) heading.current?.focus();
  }, [saved]);
  return (
    <>
      <BackLink href={`/my-group?group=${about.group.id}`}>{words.group}</BackLink>
      <h1 class="govuk-heading-l" ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      <p class="lede" role="status">
        {standingOf(about)}
      </p>
      {standing.status === 'confirmed' && standing.validUntil !== null && (
        <p class="govuk-body">{words.until(date(standing.validUntil))}</p>
      )}
      {standing.confirmedAt !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/renew?group=${about.group.id}`}>
            {words.renew}
          </a>
        </p>
      )}
      {about.readers === 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/members?group=${about.group.id}`}>
            {words.noReader}
          </a>
        </p>
      )}
      <p class="govuk-body">{words.lede}</p>
      <TaskList
        items={ALL.filter((one) => isAsked(about, one)).map((question) => {
          const left = missing.includes(question);
          return {
            title: questionTitles[question],
            href: hrefOf(about, question),
            hint: left && about.answers[question] !== undefined ? questions[question].fix : undefined,
            status: left ? words.toDo : words.answered,
            tag: left ? ('teal' as const) : undefined,
          };
        })}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/safeguarding-policy?group=${about.group.id}`}>
          {words.policyLink}
        </a>
      </p>
      <Helper about={about} />
    </>
  );
}

type QuestionProps = {
  about: Safeguarding;
  question: SafeguardingQuestion;
  call: Call;
  onSaved: (now: Safeguarding) => void;
};

function Question({ about, question, call, onSaved }: QuestionProps) {
  const form = useGovForm({
    contract: contracts.answer,
    read: (data) => readAnswer(question, data),
    send: (endpoint, body, key) => call(endpoint, { params: { groupId: about.group.id }, body, key }),
    done: (reply) => reply !== undefined && onSaved(reply),
    messages: MESSAGES,
  });
  return (
    <>
      <BackLink href={hrefOf(about)}>{words.back}</BackLink>
      <GovForm form={form} submit={words.save}>
        <QuestionFields question={question} about={about} errorFor={form.errorFor} />
        <Details summary={words.fixTitle}>
          <p>{questions[question].fix}</p>
          <Helper about={about} />
        </Details>
      </GovForm>
    </>
  );
}

/** The questions of one group: each saved by itself, one after the other until nothing is left. */
function Answering({ loaded, call }: { loaded: Safeguarding; call: Call }) {
  const [about, setAbout] = useState(loaded);
  const [question, setQuestion] = useState(() => questionIn(window.location.search));
  const [saved, setSaved] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const onSaved = (now: Safeguarding) => {
    const order = ALL.filter((one) => now.missing.includes(one) && isAsked(now, one) && one !== question);
    const after = question === undefined ? 0 : ALL.indexOf(question);
    const next = order.find((one) => ALL.indexOf(one) > after);
    window.history.pushState(null, '', hrefOf(now, next));
    setAbout(now);
    setQuestion(next);
    setSaved(true);
  };
  useEffect(() => {
    const onBack = () => setQuestion(questionIn(window.location.search));
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);
  useLayoutEffect(() => {
    if (saved) place.current?.querySelector<HTMLElement>('h1, legend')?.scrollIntoView();
    if (saved) place.current?.focus();
  }, [question, saved]);
  return (
    <div ref={place} tabIndex={-1}>
      {question === undefined ? (
        <Overview about={about} saved={saved} />
      ) : (
        <Question key={question} about={about} question={question} call={call} onSaved={onSaved} />
      )}
    </div>
  );
}

/** The safeguarding basics of a group somebody leads. */
export const SafeguardingPage = ({ session, call }: PageProps) => (
  <OfOneGroup session={session} load={(groupId) => call(safeguardingRead, { params: { groupId } })}>
    {(loaded) => <Answering loaded={loaded} call={call} />}
  </OfOneGroup>
);
