import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ReferralRequest, referralCreate } from '#shared/api/referrals.ts';
import { referSending as words } from '#shared/text/en/refer-sending.ts';
import { Button } from '#shared/ui/button.tsx';
import { SummaryList } from '#shared/ui/summary-list.tsx';
import type { Refused } from '../../lib/answer.ts';
import type { Call, Reply } from '../../lib/api.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Refusal } from '../refusal.tsx';
import { checkRows } from './check-rows.ts';

type CheckProps = {
  call: Call;
  given: ReferralRequest;
  group: string;
  /** Back to the form, to a field or to its top, with what the API wants looked at again. */
  onBack: (field: string | undefined, refused?: Refused) => void;
  onSent: (sent: Reply<typeof referralCreate>) => void;
};

const Onwards = ({ refused }: { refused: Refused }) => (
  <p class="govuk-body">
    {refused.referralId === undefined ? (
      <a class="govuk-link" href="/find">
        {words.check.searchAgain}
      </a>
    ) : (
      <a class="govuk-link" href={`/referrals/${refused.referralId}`}>
        {words.check.openOther}
      </a>
    )}
  </p>
);

const ONWARDS = new Set(['live_referral_exists', 'no_room', 'not_referable', 'safeguarding_lapsed']);

/** Everything as it will be sent, with a way back to each answer, and one button. */
export function Check({ call, given, group, onBack, onSent }: CheckProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const { send, isBusy, refused } = useSubmit<Reply<typeof referralCreate>>();
  useLayoutEffect(() => {
    title.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link === null) return;
    event.preventDefault();
    onBack(link.getAttribute('href')?.slice(1));
  };
  async function onSend(): Promise<void> {
    const answer = await send(async (key) => {
      const { referral } = await import('../../contracts/refer.ts');
      return call(referral.endpoint, { body: given, key });
    });
    if (answer?.ok === true) onSent(answer.value);
    else if (answer?.refused.fields !== undefined) onBack(undefined, answer.refused);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links inside are what is pressed
    <div onClick={onClick}>
      {refused !== undefined && <Refusal refused={refused} isKept />}
      {refused !== undefined && ONWARDS.has(refused.code) && <Onwards refused={refused} />}
      <h1 class="govuk-heading-l" ref={title} tabIndex={-1}>
        {words.check.title}
      </h1>
      <p class="govuk-body">{words.check.lead(group)}</p>
      <SummaryList rows={checkRows(given)} />
      <div class="govuk-button-group">
        <Button
          type="button"
          attributes={isBusy ? { 'aria-disabled': 'true' } : {}}
          onClick={() => void onSend()}
        >
          {words.check.send}
        </Button>
        <Button type="button" look="secondary" onClick={() => onBack(undefined)}>
          {words.check.back}
        </Button>
      </div>
    </div>
  );
}
