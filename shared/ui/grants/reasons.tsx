import type { GrantReason } from '../../model/grant-match.ts';
import { dayOf } from '../../text/en/format.ts';
import { grants as words } from '../../text/en/grants.ts';
import { Tag, type TagColour } from '../tag.tsx';
import type { GrantSay } from './say.ts';

const COLOUR: Readonly<Record<GrantReason['verdict'], TagColour>> = {
  pass: 'green',
  fail: 'orange',
  unknown: 'blue',
  not_applicable: 'grey',
};

type ReasonProps = { reason: GrantReason; say: GrantSay };

const Yours = ({ reason, say }: ReasonProps) =>
  reason.yours.length === 0 ? null : (
    <>
      {words.you}:{' '}
      {reason.yours
        .map(({ question, answer }) => `${say.short(question)}: ${say.answer(question, answer)}`)
        .join('; ')}
      {reason.toldOn !== null && ` (${words.on(reason.toldOn)})`}.{' '}
    </>
  );

/** What to do about a rule that is not met, or not known yet. */
export const Remedy = ({ reason, say }: ReasonProps) => {
  if (reason.fix !== null) return <strong>{say.fix(reason.fix)} </strong>;
  if (reason.verdict !== 'unknown') return null;
  const asks = reason.asks.map(say.short).join(', ');
  return <strong>{asks === '' ? words.askFunder : words.tell(asks)} </strong>;
};

const Reason = ({ reason, say }: ReasonProps) => (
  <li>
    <Tag colour={COLOUR[reason.verdict]}>{words.reason[reason.verdict]}</Tag>{' '}
    {reason.verdict === 'not_applicable' ? <s>{reason.rule}</s> : reason.rule}
    <p class="govuk-hint">
      {reason.necessity === 'prefer' && `${words.preferred} `}
      <Yours reason={reason} say={say} />
      <Remedy reason={reason} say={say} />
      <a class="govuk-link" href={reason.sourceUrl} rel="noopener noreferrer">
        {words.source}
        <span class="govuk-visually-hidden">: {reason.rule}</span>
      </a>{' '}
      ({words.checked(dayOf(reason.sourceCheckedAt))})
    </p>
  </li>
);

/** Every reason for and against: the rule, what the group said, what would help, and where the funder says so. */
export const Reasons = ({ reasons, say }: { reasons: readonly GrantReason[]; say: GrantSay }) => (
  <ul class="govuk-list app-reasons">
    {reasons.map((reason) => (
      <Reason key={reason.criterionId} reason={reason} say={say} />
    ))}
  </ul>
);
