import { useState } from 'preact/hooks';
import { gapNoteMake } from '#shared/api/gap-notes.ts';
import { type Barrier, causeOf, type WhyNot } from '#shared/model/evidence.ts';
import type { Need } from '#shared/model/need.ts';
import { gapNotes as words } from '#shared/text/en/gap-notes.ts';
import { needs as needWords } from '#shared/text/en/needs.ts';
import { ActionList } from '#shared/ui/action-list.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Select } from '#shared/ui/select.tsx';
import type { Reply } from '../lib/api.ts';
import { councilOfPage } from '../lib/council-of-page.ts';
import { codesOf } from '../lib/items.ts';
import { nearIn } from '../lib/near-in-query.ts';
import { isNeed, needsIn } from '../lib/needs-in-query.ts';
import { useSubmit } from '../lib/use-submit.ts';
import { Done } from './done.tsx';
import type { PageProps } from './frame.tsx';
import { goToField } from './gov-form.tsx';
import { Refusal } from './refusal.tsx';
import { WhereField } from './where-field.tsx';

type Why = { cause: WhyNot; barrier: Barrier | null };
const why = (cause: WhyNot, barrier: Barrier | null = null): Why => ({ cause, barrier });

/** What a link worker may say, the commonest first. */
const CAUSES: readonly Why[] = [
  why('absent'),
  why('full'),
  why('unknown'),
  why('unreachable', 'miles'),
  why('unreachable', 'day'),
  why('unreachable', 'free'),
  why('unreachable', 'step_free'),
  why('unreachable', 'language'),
  why('unreachable', 'words'),
  why('unready'),
  why('unresponsive'),
];

const textOf = (one: Why): string => words.causes[causeOf(one)] ?? '';

type ChoicesProps = { causes: readonly Why[]; isBusy: boolean; onChoose: (one: Why) => void };

const Choices = ({ causes, isBusy, onChoose }: ChoicesProps) => (
  <div class="room-choices" aria-busy={isBusy}>
    {causes.map((one) => (
      <Button key={causeOf(one)} type="button" look="secondary" onClick={() => onChoose(one)}>
        {textOf(one)}
      </Button>
    ))}
  </div>
);

const NeedField = ({ error, onNeed }: { error: string | undefined; onNeed: (need: Need) => void }) => (
  <Select
    id="need"
    label={words.need}
    labelSize="m"
    error={error}
    items={[
      { value: '', text: '' },
      ...codesOf(needWords).map((value) => ({ value, text: needWords[value] })),
    ]}
    onChange={({ target }) => {
      if (target instanceof HTMLSelectElement && isNeed(target.value)) onNeed(target.value);
    }}
  />
);

/** The way back to the search that brought somebody here; it knows no postcode. */
function searchAgain(): string {
  const query = new URLSearchParams(window.location.search);
  query.delete('cause');
  query.delete('council');
  return query.size === 0 ? '/find' : `/find?${query}`;
}

const Noted = () => (
  <>
    <Done title={words.noted}>{words.notedOnce}</Done>
    <ActionList
      items={[
        { text: words.again, href: searchAgain() },
        { text: words.caseload, href: '/caseload' },
      ]}
    />
  </>
);

/** What was needed and where, as the address says it or somebody says here. */
function useAsked() {
  const [needs, setNeeds] = useState(needsIn(window.location.search).slice(0, 6));
  const [council, setCouncil] = useState<string | undefined>(undefined);
  const isGiven = needsIn(window.location.search).length > 0;
  const councilNow = async () => council ?? (await councilOfPage(window.location.search));
  return { needs, setNeeds, isGiven, setCouncil, councilNow };
}

/** A link worker says why nothing fitted: one tap, nobody named. */
export function NothingFits({ call }: PageProps) {
  const { needs, setNeeds, isGiven, setCouncil, councilNow } = useAsked();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isNoted, setNoted] = useState(false);
  const { send, isBusy, refused } = useSubmit<Reply<typeof gapNoteMake>>();
  const found = CAUSES.find(
    (one) => causeOf(one) === new URLSearchParams(window.location.search).get('cause'),
  );
  async function note(one: Why): Promise<void> {
    if (needs.length === 0) {
      setProblem(words.needProblem);
      return goToField('need');
    }
    const council = await councilNow();
    const body = { kind: 'noted' as const, needs, ...one, ...(council !== undefined && { council }) };
    const answer = await send((key) => call(gapNoteMake, { body, key }));
    if (answer?.ok === true) setNoted(true);
  }
  const onChoose = (one: Why) => void note(one);
  if (isNoted) return <Noted />;
  const text = needs.map((need) => needWords[need]).join(', ');
  return (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      {isGiven ? (
        <p class="govuk-body">
          <strong>{words.for(text, nearIn(window.location.search).near)}</strong>
        </p>
      ) : (
        <NeedField
          error={problem}
          onNeed={(need) => {
            setNeeds([need]);
            setProblem(undefined);
          }}
        />
      )}
      {refused !== undefined && (
        <Refusal refused={{ ...refused, title: refused.fields?.[0]?.text ?? refused.title }} isKept />
      )}
      {refused?.fields?.some(({ id }) => id === 'council') && <WhereField onCouncil={setCouncil} />}
      <h2 class="govuk-heading-m">{words.why}</h2>
      {found !== undefined && (
        <>
          <p class="govuk-body">{words.found}</p>
          <Choices causes={[found]} isBusy={isBusy} onChoose={onChoose} />
          <p class="govuk-body">{words.other}</p>
        </>
      )}
      <Choices causes={CAUSES.filter((one) => one !== found)} isBusy={isBusy} onChoose={onChoose} />
    </>
  );
}
