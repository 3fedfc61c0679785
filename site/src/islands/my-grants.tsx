import { useState } from 'preact/hooks';
import { type GroupGrants, groupGrants } from '#shared/api/grants.ts';
import { MORE_QUESTIONS, SIX_QUESTIONS } from '#shared/model/grant-answers.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { date } from '#shared/text/en/format.ts';
import { grants } from '#shared/text/en/grants.ts';
import { Details } from '#shared/ui/details.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { FilterPanel } from '#shared/ui/filter-panel.tsx';
import { hasMore, saidOf } from '#shared/ui/grants/asked.ts';
import { Verdicts } from '#shared/ui/grants/verdicts.tsx';
import * as contracts from '../contracts/grant-profile.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { choice, isTicked } from '../lib/form-data.ts';
import { groupsOf } from '../lib/tasks.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { GovForm } from './gov-form.tsx';
import { Loading } from './loading.tsx';
import { Leave, MoreQuestions, SixQuestions } from './my-grants/question-fields.drawn.tsx';
import { sayHere } from './my-grants/say.ts';
import { RefusedPage } from './refused-page.tsx';
import { SavedBanner } from './saved-banner.tsx';

const words = grants.mine;
const QUESTIONS = [...SIX_QUESTIONS, ...MORE_QUESTIONS];

/** The answers of the form; "don't know" is null, which is not no. */
export const readAnswers = (data: FormData): unknown => ({
  answers: Object.fromEntries(
    QUESTIONS.map((question) => {
      const answer = choice(data, question);
      return [question, answer === undefined || answer === 'unknown' ? null : answer];
    }),
  ),
  useSafeguarding: isTicked(data, 'useSafeguarding'),
});

/** What the questions are drawn with: how many funds each settles, the answers so far, and the councils. */
function askedWith({ answers, settles, councils, useSafeguarding }: GroupGrants) {
  const each = (value: (question: (typeof QUESTIONS)[number]) => string) =>
    Object.fromEntries(QUESTIONS.map((question) => [question, value(question)]));
  return {
    ...each((question) => saidOf(question, { answers, settles })),
    values: {
      ...each((question) => answers[question] ?? 'unknown'),
      useSafeguarding: useSafeguarding ? 'yes' : '',
    },
    options: { councils: councils.map(({ code, name }) => ({ value: code, text: name })) },
  };
}

/** One group's questions, folded away once answered, and what fits it. */
function Funds({ first, call }: { first: GroupGrants; call: Call }) {
  const [found, setFound] = useState(first);
  const [saves, setSaves] = useState(0);
  const form = useGovForm({
    contract: contracts.profile,
    read: readAnswers,
    send: (endpoint, body, key) => call(endpoint, { params: { groupId: found.group.id }, body, key }),
    done: (reply) => {
      if (reply !== undefined) setFound(reply);
      setSaves(saves + 1);
    },
  });
  const asked = askedWith(found);
  const confirmedOn = found.group.safeguardingConfirmedOn;
  return (
    <>
      {saves > 0 && !form.isWrong && <SavedBanner round={saves} text={words.saved} />}
      <h1 class="govuk-heading-l">
        {words.title}: {found.group.name}
      </h1>
      <p class="govuk-body">{found.answeredOn === null ? words.never : words.answered(found.answeredOn)}</p>
      <Details summary={grants.questions} open={found.answeredOn === null}>
        <GovForm form={form} submit={words.submit}>
          <SixQuestions {...asked} />
          <FilterPanel title={grants.more} open={hasMore(found.answers)}>
            <MoreQuestions {...asked} />
          </FilterPanel>
          <Leave
            values={asked.values}
            isConfirmed={confirmedOn !== null}
            confirmedOn={confirmedOn === null ? '' : date(confirmedOn)}
          />
        </GovForm>
      </Details>
      <Verdicts found={found} own say={sayHere(found.councils)} />
    </>
  );
}

function OneGroup({ id, call }: { id: OrganizationId; call: Call }) {
  const { state, again } = useLoad(() => call(groupGrants, { params: { groupId: id } }), id);
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  return <Funds first={state.value} call={call} />;
}

/** Small grants for the groups somebody leads, one at a time. */
export function MyGrants({ session, call }: PageProps) {
  const groups = groupsOf(session.memberships, ['group_lead']);
  const [chosen, setChosen] = useState(groups[0]);
  if (chosen === undefined) return <EmptyState title={words.none} heading="h1" />;
  return (
    <>
      {groups.length > 1 && (
        <ul class="govuk-list">
          {groups.map((id) => (
            <li key={id}>
              <button
                type="button"
                class="govuk-button govuk-button--secondary"
                aria-pressed={id === chosen}
                onClick={() => setChosen(id)}
              >
                {session.names[id] ?? words.title}
              </button>
            </li>
          ))}
        </ul>
      )}
      <OneGroup key={chosen} id={chosen} call={call} />
    </>
  );
}
