import { useState } from 'preact/hooks';
import { type GroupProgress, groupAskAgain } from '#shared/api/own-group.ts';
import type { GroupStep } from '#shared/model/group-steps.ts';
import { groupSteps as words } from '#shared/text/en/group-steps.ts';
import { Button } from '#shared/ui/button.tsx';
import { CallButton } from '#shared/ui/call-button.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import { type Task, TaskList } from '#shared/ui/task-list.tsx';
import type { Call, Reply } from '../../lib/api.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Refusal } from '../refusal.tsx';
import { SavedBanner } from '../saved-banner.tsx';

/** How far the group is, in one sentence. */
export function progressLine({ receives, check, block, steps, questionsLeft }: GroupProgress): string {
  const left = steps.filter(({ isNeeded, state }) => isNeeded && state === 'to_do');
  if (receives) return words.receives;
  if (block !== null) return words.blocks[block];
  const isAsked = steps.some(({ step, state }) => step === 'reader' && state === 'waiting');
  if (left.length === 0) return check === 'checked' && isAsked ? words.onlyReader : words.onlyCheck;
  const onlyBasics = left.every(({ step }) => step === 'basics');
  return onlyBasics ? words.questionsLeft(questionsLeft) : words.thingsLeft(left.length);
}

const isOptional = ({ isNeeded, state }: GroupProgress['steps'][number]): boolean =>
  !isNeeded && state === 'to_do';

const PAGES: Partial<Record<GroupStep, string>> = {
  basics: '/safeguarding',
  phone: '/group-phone',
  activity: '/add-activity',
  reader: '/members',
};

/** Where a step is done: a page of its own, or the activities below. Nothing to open while others have it. */
function hrefOf({ group, steps }: GroupProgress, step: GroupStep): string | undefined {
  const hasActivity = steps.some((one) => one.step === 'activity' && one.state === 'done');
  if (step === 'check') return undefined;
  if (step === 'room' && !hasActivity) return undefined;
  if (step === 'room' || (step === 'activity' && hasActivity)) return '#activities';
  const page = PAGES[step];
  return page === undefined ? undefined : `${page}?group=${group.id}`;
}

/** How far one step is: only what link workers wait for is said to be to do, as the sentence above counts it. */
export function taskOf(progress: GroupProgress, one: GroupProgress['steps'][number]): Task {
  const { step, state, isNeeded } = one;
  const isLeft = state !== 'done';
  const isCounted = step === 'basics' && isLeft;
  return {
    title: words.titles[step],
    href: hrefOf(progress, step),
    hint: !isLeft
      ? undefined
      : step === 'reader' && state === 'waiting'
        ? words.readerAsked
        : words.why[step],
    status: isCounted
      ? words.basicsLeft(progress.questionsLeft)
      : isOptional(one)
        ? words.goodToDo
        : words.states[state],
    tag: !isLeft ? undefined : isNeeded && state === 'to_do' ? 'teal' : 'plain',
  };
}

type ReturnedProps = { progress: GroupProgress; call: Call; onAsked: () => void };

/** Why the coordinator sent the group back, and the way on. */
function Returned({ progress, call, onAsked }: ReturnedProps) {
  const { send, refused } = useSubmit<Reply<typeof groupAskAgain>>();
  const { group, helper, reason } = progress;
  const ask = async () => {
    const answer = await send((key) => call(groupAskAgain, { params: { groupId: group.id }, key }));
    if (answer?.ok === true) onAsked();
  };
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{words.returned.title}</h2>
      {reason !== null && (
        <>
          <p>{words.returned.why[reason]}</p>
          <p>{words.returned.next[reason]}</p>
        </>
      )}
      <CallButton phone={helper.phone}>{words.ring(helper.name)}</CallButton>
      {refused !== undefined && <Refusal refused={refused} />}
      <Button type="button" look="secondary" onClick={() => void ask()}>
        {words.returned.again}
      </Button>
    </InsetText>
  );
}

const Waiting = ({ helper }: GroupProgress) => (
  <InsetText>
    <h2 class="govuk-heading-m">{words.waiting.title}</h2>
    <p>{words.waiting.text(helper.name)}</p>
  </InsetText>
);

const isComplete = ({ steps }: GroupProgress): boolean => steps.every(({ state }) => state === 'done');

type ProgressProps = { progress: GroupProgress; call: Call; again: () => void };

/** How far the group is in a sentence, and whatever a coordinator has said. */
export function Progress({ progress, call, again }: ProgressProps) {
  const [asked, setAsked] = useState(0);
  const { check, receives } = progress;
  return (
    <>
      {asked > 0 && <SavedBanner round={asked} text={words.returned.asked} />}
      <p class="lede" role="status">
        {progressLine(progress)}
      </p>
      {receives && !isComplete(progress) && <p class="govuk-body">{words.receivesMore}</p>}
      {check === 'waiting' && <Waiting {...progress} />}
      {check === 'returned' && (
        <Returned
          progress={progress}
          call={call}
          onAsked={() => {
            setAsked(asked + 1);
            again();
          }}
        />
      )}
    </>
  );
}

/** The steps, done or left, and whom to ring about them. */
export const Steps = ({ progress }: { progress: GroupProgress }) => {
  const { check, steps, helper } = progress;
  return (
    <>
      <h2 class="govuk-heading-m">{words.list}</h2>
      {!isComplete(progress) && <p class="govuk-body">{words.saves}</p>}
      {steps.some(isOptional) && !progress.receives && <p class="govuk-body">{words.optional}</p>}
      <TaskList items={steps.map((step) => taskOf(progress, step))} />
      {check !== 'returned' && (
        <CallButton phone={helper.phone} look="secondary">
          {words.ring(helper.name)}
        </CallButton>
      )}
    </>
  );
};
