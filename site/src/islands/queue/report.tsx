import { suggestionTopics } from '#shared/text/en/listing.ts';
import { queue as words } from '#shared/text/en/queue.ts';
import { reportHows } from '#shared/text/en/queue-kinds.ts';
import * as contracts from '../../contracts/queue.ts';
import { choice } from '../../lib/form-data.ts';
import { items } from '../../lib/items.ts';
import { ChoiceForm } from './choice-form.tsx';
import { Ringing } from './ringing.tsx';
import type { RowProps } from './row-props.ts';

/** A report: what was said, the group's number as a button, and what was done about it. */
export const Report = ({ row, call, onDone }: RowProps<'report'>) => (
  <>
    <p class="govuk-body">{suggestionTopics[row.topic]}.</p>
    <blockquote class="govuk-inset-text">{row.text}</blockquote>
    {row.ring !== null && <Ringing ring={row.ring} />}
    <ChoiceForm
      id={row.id}
      row={row}
      name="how"
      legend={words.how}
      choices={items(reportHows)}
      submit={words.submit}
      form={{
        contract: contracts.resolution,
        read: (data) => ({ how: choice(data, 'how') }),
        send: (endpoint, body, key) => call(endpoint, { params: { suggestionId: row.id }, body, key }),
        done: () => onDone(words.done(row.groupName)),
      }}
    />
  </>
);
