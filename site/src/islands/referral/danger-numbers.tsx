import type { ReferralView } from '#shared/api/referrals.ts';
import { telHref } from '#shared/text/en/format.ts';
import { moves } from '#shared/text/en/moves.ts';
import { whomToRing as words } from '#shared/text/en/stop-panel.ts';

const Line = ({ who, number, note }: { who: string; number: string; note?: string }) => (
  <div class="stop-panel__line">
    <dt>{who}</dt>
    <dd>
      <a class="govuk-link stop-panel__number" href={telHref(number)}>
        {number}
      </a>
      {note !== undefined && <span class="stop-panel__note">{note}</span>}
    </dd>
  </div>
);

/** 999, 111, and the numbers of where the person lives. */
export const NumberList = ({ numbers }: Pick<ReferralView, 'numbers'>) => (
  <dl class="stop-panel__numbers">
    <Line {...words.emergency} />
    <Line {...words.urgent} />
    {numbers !== undefined && (
      <>
        <Line who={words.crisis} number={numbers.crisis} />
        <Line who={words.adultSocialCare(numbers.council)} number={numbers.adultSocialCare} />
        <Line who={words.outOfHours(numbers.council)} number={numbers.outOfHours} />
      </>
    )}
  </dl>
);

/** Whom to ring when somebody is in danger now, said at once to whoever listens to the page. */
export const DangerNumbers = ({ numbers }: Pick<ReferralView, 'numbers'>) => (
  <div class="stop-panel" role="alert">
    <p class="govuk-!-font-weight-bold">{moves.hand_back.ring}</p>
    <NumberList numbers={numbers} />
  </div>
);
