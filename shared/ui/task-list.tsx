import { type Content, classes, hasContent, idList, type Outer } from './markup.ts';
import { Tag, type TagColour } from './tag.tsx';

export type Task = {
  title: Content;
  href?: string | undefined;
  hint?: Content;
  status: Content;
  /** Shows the status as a tag; leave it out for what needs nothing more. */
  tag?: TagColour | 'plain' | undefined;
  cannotStart?: boolean | undefined;
  class?: string | undefined;
  titleClass?: string | undefined;
};
export type TaskListProps = Outer & { items: readonly Task[]; idPrefix?: string | undefined };

const Item = ({ task, id }: { task: Task; id: string }) => {
  const hinted = hasContent(task.hint);
  return (
    <li class={classes('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.class)}>
      <div class="govuk-task-list__name-and-hint">
        {task.href ? (
          <a
            class={classes('govuk-link govuk-task-list__link', task.titleClass)}
            href={task.href}
            aria-describedby={idList(hinted && `${id}-hint`, `${id}-status`)}
          >
            {task.title}
          </a>
        ) : (
          <div class={task.titleClass}>{task.title}</div>
        )}
        {hinted && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div
        class={classes(
          'govuk-task-list__status',
          task.cannotStart && 'govuk-task-list__status--cannot-start-yet',
        )}
        id={`${id}-status`}
      >
        {task.tag ? (
          <Tag colour={task.tag === 'plain' ? undefined : task.tag}>{task.status}</Tag>
        ) : (
          task.status
        )}
      </div>
    </li>
  );
};

/** The steps of something long, each with how far it is. */
export const TaskList = ({ idPrefix = 'task-list', ...props }: TaskListProps) => (
  <ul {...props.attributes} class={classes('govuk-task-list', props.class)}>
    {props.items.map((task, index) => (
      <Item key={index} task={task} id={`${idPrefix}-${index + 1}`} />
    ))}
  </ul>
);
