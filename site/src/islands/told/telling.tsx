import { useState } from 'preact/hooks';
import type { PublicGroup, PublicService } from '#shared/api/group-public.ts';
import { introductionMake } from '#shared/api/introductions.ts';
import { addDays, dayOf } from '#shared/model/civil-time.ts';
import type { Introduced } from '#shared/model/evidence.ts';
import type { Need } from '#shared/model/need.ts';
import { introductions as words } from '#shared/text/en/introductions.ts';
import { needs as needWords } from '#shared/text/en/needs.ts';
import { Button } from '#shared/ui/button.tsx';
import { Details } from '#shared/ui/details.tsx';
import { Select } from '#shared/ui/select.tsx';
import type { Call, Reply } from '../../lib/api.ts';
import { councilOfPage } from '../../lib/council-of-page.ts';
import { codesOf } from '../../lib/items.ts';
import { isNeed, needsIn } from '../../lib/page-query.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { goToField } from '../gov-form.tsx';
import { Refusal } from '../refusal.tsx';

/** What somebody was told of: an activity of a group. */
export type ToldOf = { group: PublicGroup; service: PublicService };

type TellingProps = { call: Call; about: ToldOf | undefined; now: string; onRecorded: () => void };

/** As many as one introduction may name. */
const MOST_NEEDS = 6;

/** What it was for, as the search said it; from a group's own page the first thing that the activity helps with. */
function neededAtFirst(about: ToldOf | undefined): Need[] {
  const sought = needsIn(window.location.search);
  return sought.length > 0 ? sought.slice(0, MOST_NEEDS) : (about?.service.needs.slice(0, 1) ?? []);
}

/** What somebody may put right before they tap: they need not, when it is known what it was for. */
const More = ({ isKnown, now, error }: { isKnown: boolean; now: string; error: string | undefined }) => (
  <Details summary={isKnown ? words.change : words.open} open={!isKnown}>
    <Select
      id="need"
      label={isKnown ? words.otherNeed : words.need}
      error={error}
      items={[
        { value: '', text: isKnown ? words.asSaid : words.choose },
        ...codesOf(needWords).map((value) => ({ value, text: needWords[value] })),
      ]}
    />
    <Select
      id="on"
      label={words.on}
      items={words.days.map((text, days) => ({ text, value: addDays(dayOf(now), -days) }))}
    />
  </Details>
);

/** Records it; an activity that may not be named (another area's, or gone) is left out at the next tap. */
function useRecording({ call, about, onRecorded }: TellingProps) {
  const { send, isBusy, refused } = useSubmit<Reply<typeof introductionMake>>();
  const isUnnamed = refused?.code === 'not_found';
  async function record(given: { how: Introduced; needs: Need[]; on: string }): Promise<void> {
    const council = await councilOfPage(window.location.search);
    const body = {
      ...given,
      ...(about !== undefined && !isUnnamed && { serviceId: about.service.id }),
      ...(council !== undefined && { council }),
    };
    const answer = await send((key) => call(introductionMake, { body, key }));
    if (answer?.ok === true) onRecorded();
  }
  const said = isUnnamed ? words.gone : refused?.fields?.[0]?.text;
  const trouble = refused && { ...refused, title: said ?? refused.title };
  return { record, isBusy, trouble };
}

/** Two buttons, one of which records it; what it was for and the day are there already. */
export function Telling(props: TellingProps) {
  const [known] = useState(() => neededAtFirst(props.about));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { record, isBusy, trouble } = useRecording(props);
  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    const need = String(data.get('need'));
    const needs = isNeed(need) ? [need] : known;
    setProblem(needs.length === 0 ? words.needProblem : undefined);
    if (needs.length === 0) {
      goToField('need');
      return;
    }
    const how = event.submitter?.getAttribute('value') === 'taken_to' ? 'taken_to' : 'told_of';
    void record({ how, needs, on: String(data.get('on')) });
  }
  return (
    <form onSubmit={onSubmit} noValidate aria-busy={isBusy}>
      {known.length > 0 && (
        <p class="govuk-body">
          <strong>{words.for(known.map((need) => needWords[need]).join(', '))}</strong>
        </p>
      )}
      {trouble !== undefined && <Refusal refused={trouble} isKept />}
      <More isKnown={known.length > 0} now={props.now} error={problem} />
      <div class="room-choices">
        <Button name="how" value="told_of">
          {words.told}
        </Button>
        <Button name="how" value="taken_to">
          {words.taken}
        </Button>
      </div>
    </form>
  );
}
