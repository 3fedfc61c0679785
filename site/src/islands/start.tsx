import { mailChoice } from '#shared/text/en/mail-choice.ts';
import { roleNames } from '#shared/text/en/role-names.ts';
import { start as words } from '#shared/text/en/start.ts';
import { takeNews } from '../lib/news.ts';
import { tasksOf } from '../lib/tasks.ts';
import type { PageProps } from './frame.tsx';
import { SavedBanner } from './saved-banner.tsx';
import { TaskCard } from './start/task-card.tsx';

/** The landing page after signing in: every task of every role held, on one page. */
export function Start(page: PageProps) {
  const { session } = page;
  const news = takeNews();
  const tasks = tasksOf(session.memberships);
  const held = session.memberships.map((membership) => {
    const id =
      'organizationId' in membership
        ? membership.organizationId
        : 'schemeId' in membership
          ? membership.schemeId
          : '';
    const of = session.names[id];
    return of === undefined ? roleNames[membership.role] : `${roleNames[membership.role]}, ${of}`;
  });
  return (
    <>
      {news !== undefined && <SavedBanner text={news} round={1} />}
      <h1 class="govuk-heading-l">{words.hello(session.name)}</h1>
      <p class="govuk-body">{words.in(session.areaName)}</p>
      {held.length > 0 && (
        <ul class="govuk-list">
          {held.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {tasks.length === 0 && <p class="govuk-body">{words.none}</p>}
      <ul class="app-tasks">
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} {...page} />
        ))}
      </ul>
      {tasks.some(({ id }) => id === 'caseload') && (
        <p class="govuk-body">
          <a class="govuk-link" href="/mail-choice">
            {mailChoice.title}
          </a>
        </p>
      )}
    </>
  );
}
