import { useEffect, useState } from 'preact/hooks';
import { start as words } from '#shared/text/en/start.ts';
import type { Task } from '../../lib/tasks.ts';
import { isCounted, type Waiting, waitingOf } from '../../lib/waiting.ts';
import type { PageProps } from '../frame.tsx';

/** How much waits; the line is there from the start, so that nothing moves when the number comes. */
function HowMuch({ task, session, call }: PageProps & { task: Task }) {
  const [waiting, setWaiting] = useState<Waiting | undefined>(undefined);
  useEffect(() => {
    void waitingOf(call, task, session.memberships).then(setWaiting);
  }, []);
  return (
    <p class="govuk-body" data-waiting={task.id}>
      {waiting === undefined ? '\u00a0' : <strong>{words.waits(waiting.count, waiting.more)}</strong>}
    </p>
  );
}

/** One task: where it is done, what it is, and how much of it waits. */
export const TaskCard = ({ task, ...page }: PageProps & { task: Task }) => (
  <li class="app-card">
    <h2 class="govuk-heading-m">
      <a class="govuk-link" href={task.href}>
        {words.tasks[task.id].title}
      </a>
    </h2>
    <p class="govuk-body">{words.tasks[task.id].hint}</p>
    {isCounted(task) && <HowMuch task={task} {...page} />}
  </li>
);
