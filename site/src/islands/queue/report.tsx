import { suggestionTopics } from '#shared/text/en/listing.ts';
import { reportHows, queue as words } from '#shared/text/en/queue.ts';
import { Radios } from '#shared/ui/radios.tsx';
import { useGovForm } from '../../lib/form.ts';
import { choice } from '../../lib/form-data.ts';
import { items } from '../../lib/items.ts';
import { GovForm } from '../gov-form.tsx';
import { Ringing } from './ringing.tsx';
import type { RowProps } from './row-props.ts';

/** A report: what was said, the group's number as a button, and what was done about it. */
export function Report({ row, call, onDone }: RowProps<'report'>) {
  const form = useGovForm({
    contract: async () => (await import('../../contracts/suggestions.ts')).resolution,
    read: (data) => ({ how: choice(data, 'how') }),
    send: (endpoint, body, key) => call(endpoint, { params: { suggestionId: row.id }, body, key }),
    done: () => onDone(words.done(row.groupName)),
  });
  return (
    <>
      <p class="govuk-body">{suggestionTopics[row.topic]}.</p>
      <blockquote class="govuk-inset-text">{row.text}</blockquote>
      {row.ring !== null && <Ringing ring={row.ring} />}
      <GovForm form={form} submit={words.submit}>
        <Radios
          id={`how-${row.id}`}
          name="how"
          legend={words.how}
          legendSize="s"
          small
          error={form.errorFor('how')}
          items={items(reportHows)}
        />
      </GovForm>
    </>
  );
}
