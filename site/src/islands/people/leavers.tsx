import { personClose } from '#shared/api/people.ts';
import { ago } from '#shared/text/en/format.ts';
import { people } from '#shared/text/en/people.ts';
import { Button } from '#shared/ui/button.tsx';
import type { Reply } from '../../lib/api.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Refusal } from '../refusal.tsx';
import type { PeoplePage } from './people-props.ts';

const words = people.left;
type Left = PeoplePage['page']['leavers'][number];

/** Somebody who left: who has their referrals now, and what is still to be handed on after a fault. */
function Leaver({ one, page, call, tell }: PeoplePage & { one: Left }) {
  const { send, isBusy, refused } = useSubmit<Reply<typeof personClose>>();
  const { userId, name, at, toName, left } = one;
  async function goOn(): Promise<void> {
    const answer = await send((key) => call(personClose, { params: { userId }, body: { to: null }, key }));
    if (answer?.ok === true) tell(words.done);
  }
  return (
    <li>
      {words.line(name, ago(at, page.now))}. {toName !== null && words.to(toName)}
      {left > 0 && (
        <>
          <p class="govuk-body">{words.still(left)}</p>
          {refused !== undefined && <Refusal refused={refused} />}
          <Button
            type="button"
            attributes={isBusy ? { 'aria-disabled': 'true' } : {}}
            onClick={() => void goOn()}
          >
            {words.goOn}
          </Button>
        </>
      )}
    </li>
  );
}

/** Who left in the last 90 days. */
export const Leavers = (of: PeoplePage) =>
  of.page.leavers.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <ul class="govuk-list">
        {of.page.leavers.map((one) => (
          <Leaver key={`${one.userId}-${one.schemeId}`} one={one} {...of} />
        ))}
      </ul>
    </>
  );
