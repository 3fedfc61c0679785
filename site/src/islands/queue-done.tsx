import { useState } from 'preact/hooks';
import { queueDone, taskReopen } from '#shared/api/queue.ts';
import type { QueueKind } from '#shared/model/task.ts';
import { dateAndTime } from '#shared/text/en/date-and-time.ts';
import { groupChecks } from '#shared/text/en/group-checks.ts';
import { needs } from '#shared/text/en/needs.ts';
import { queueDone as words } from '#shared/text/en/queue-done.ts';
import { outcomes, queueKinds, REOPENED, reportHows } from '#shared/text/en/queue-kinds.ts';
import { Button } from '#shared/ui/button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import type { Answer } from '../lib/answer.ts';
import type { Call, Reply } from '../lib/api.ts';
import { isNeed } from '../lib/needs-in-query.ts';
import { usePages } from '../lib/use-pages.ts';
import { useSubmit } from '../lib/use-submit.ts';
import type { PageProps } from './frame.tsx';
import { Loading } from './loading.tsx';
import { QueueTabs } from './queue/tabs.tsx';
import { Refusal } from './refusal.tsx';
import { SavedBanner } from './saved-banner.tsx';

/** What each kind calls what came of it; putting back belongs to all. */
const WORDS: Partial<Record<QueueKind, Readonly<Record<string, string>>>> = {
  check: { ...groupChecks.hows, ...groupChecks.reasons },
  report: reportHows,
  grant: words.grant,
};

/** The words of a code that says what came of something in the queue. */
const outcomeWords = (kind: QueueKind, code: string): string => {
  const all: Readonly<Record<string, string>> = { ...(WORDS[kind] ?? outcomes), reopened: REOPENED };
  return all[code] ?? code;
};

type Line = Reply<typeof queueDone>['rows'][number];

/** What a line is about: a name, or the words of a need. */
const aboutOf = ({ kind, about }: Line): string => (kind === 'gap' && isNeed(about) ? needs[about] : about);

function PutBack({ line, call, onBack }: { line: Line; call: Call; onBack: (said: string) => void }) {
  const { send, isBusy, refused } = useSubmit<{ id: string }>();
  const about = aboutOf(line);
  const { taskId } = line;
  if (taskId === null) return null;
  const reopen = async () => {
    const answer: Answer<unknown> | undefined = await send((key) =>
      call(taskReopen, { params: { taskId }, body: {}, key }),
    );
    if (answer?.ok === true) onBack(words.reopened(about));
  };
  return (
    <>
      {refused !== undefined && <Refusal refused={refused} />}
      <Button
        type="button"
        look="secondary"
        onClick={() => void reopen()}
        attributes={isBusy ? { 'aria-disabled': 'true' } : {}}
      >
        {words.reopen}
        <span class="govuk-visually-hidden"> ({about})</span>
      </Button>
    </>
  );
}

const isLast = (line: Line, lines: readonly Line[]): boolean =>
  lines.find(({ taskId }) => taskId === line.taskId) === line && line.outcome !== 'reopened';

/** What was done, newest first; what is done with can be put back. */
export function QueueDone({ call }: PageProps) {
  const pages = usePages((cursor) => call(queueDone, { query: cursor === null ? {} : { cursor } }), 'done');
  const [said, setSaid] = useState<readonly string[]>([]);
  if (pages.kind === 'waiting') return <Loading />;
  const { rows, next, refused, more } = pages;
  const back = (text: string) => {
    setSaid([...said, text]);
    void more(null);
  };
  const last = said.at(-1);
  return (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <QueueTabs isDone />
      {last !== undefined && <SavedBanner text={last} round={said.length} />}
      {refused !== undefined && <Refusal refused={refused} retry={() => void more(null)} />}
      {refused === undefined && rows.length === 0 && (
        <EmptyState title={words.none}>
          <p>{words.noneHint}</p>
        </EmptyState>
      )}
      {rows.length > 0 && <p class="govuk-body">{words.lead}</p>}
      <ul class="govuk-list">
        {rows.map((line) => (
          <li key={`${line.at}${line.about}${line.outcome}`} class="app-card">
            <p class="govuk-body">
              <strong>{aboutOf(line)}</strong>
              <br />
              {queueKinds[line.kind].name}: {outcomeWords(line.kind, line.outcome)}
              <br />
              {line.byName}, {dateAndTime(line.at)}
            </p>
            {isLast(line, rows) && <PutBack line={line} call={call} onBack={back} />}
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button type="button" look="secondary" onClick={() => void more(next)}>
          {words.more}
        </Button>
      )}
    </>
  );
}
