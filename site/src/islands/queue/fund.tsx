import { grantCheck, type KeptGrant } from '#shared/api/grants.ts';
import { ago } from '#shared/text/en/format.ts';
import { queue as words } from '#shared/text/en/queue.ts';
import { Button } from '#shared/ui/button.tsx';
import { useSubmit } from '../../lib/use-submit.ts';
import { Refusal } from '../refusal.tsx';
import type { RowProps } from './row-props.ts';
import { Of } from './row-title.tsx';

/** A fund to compare with its source: one press where it is still right, and the way to change it. */
export function Fund({ row, now, call, onDone }: RowProps<'grant'>) {
  const { send, isBusy, refused } = useSubmit<KeptGrant>();
  async function check(): Promise<void> {
    const answer = await send((key) => call(grantCheck, { params: { grantId: row.id }, body: {}, key }));
    if (answer?.ok === true) onDone(words.checked(row.title));
  }
  const named = <Of row={row} />;
  return (
    <>
      <p class="govuk-body">
        {words.whyFund[row.why]} {words.compared(ago(row.sourceCheckedAt, now))}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={row.sourceUrl} target="_blank" rel="noopener noreferrer">
          {words.source}
          {named}
        </a>
      </p>
      {refused !== undefined && <Refusal refused={refused} />}
      <div class="govuk-button-group">
        {row.why !== 'closed' && (
          <Button
            type="button"
            onClick={() => void check()}
            attributes={isBusy ? { 'aria-disabled': 'true' } : {}}
          >
            {words.isRight}
            {named}
          </Button>
        )}
        <a class="govuk-link" href={`/grants-admin?fund=${row.id}`}>
          {words.change}
          {named}
        </a>
      </div>
    </>
  );
}
