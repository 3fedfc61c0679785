import { type Concept, SNOMED } from '#shared/model/snomed.ts';
import { recordCopy as words } from '#shared/text/en/elsewhere.ts';
import { declineReasons, notStartedReasons, outcomes } from '#shared/text/en/reasons.ts';
import { referralStates } from '#shared/text/en/referral.ts';
import { Button } from '#shared/ui/button.tsx';
import { Details } from '#shared/ui/details.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { When, Words } from '../when.tsx';

/** What fills the text: days and names as people read them, everything else as its code. */
export type RecordFacts = Readonly<
  Record<
    'reference' | 'sent' | 'sender' | 'team' | 'activity' | 'group' | 'needs' | 'agreed' | 'state',
    string
  >
> & {
  outcome: string | null;
  notStarted: string | null;
  declined: string | undefined;
  /** Which codes fit: the referral once in an episode, and never a "declined" for a group’s own no. */
  isFirst: boolean;
  isLater: boolean;
  isMoving: boolean;
  isRefused: boolean;
};

const Line = ({ is, children }: { is: string; children: Content }) => (
  <When is={is}>
    {'\n'}
    {children}
  </When>
);

const coded = ({ code, term }: Concept, note?: string): string =>
  `${code} ${term}${note === undefined ? '' : ` (${note})`}`;

/** A referral as text for the person’s notes elsewhere: what, when, to whom, what came of it, and codes. */
const RecordText = (facts: RecordFacts) => (
  <pre class="govuk-textarea record-text" id="record-text">
    {words.heading(facts.reference)}
    {`\n${words.sent(facts.sent, facts.sender, facts.team)}`}
    {`\n${words.to(facts.activity, facts.group)}`}
    {`\n${words.needs(facts.needs)}`}
    {`\n${words.agreed(facts.agreed)}`}
    {`\n${words.state} `}
    <Words of="state" words={referralStates} />
    <Line is="outcome">
      {words.outcome} <Words of="outcome" words={outcomes} />
    </Line>
    <Line is="notStarted">
      {words.reason} <Words of="notStarted" words={notStartedReasons} />
    </Line>
    <Line is="declined">
      {words.reason} <Words of="declined" words={declineReasons} />
    </Line>
    {`\n${words.codes}`}
    <Line is="isFirst">{coded(SNOMED.referred, words.once)}</Line>
    <Line is="isLater">{words.recorded}</Line>
    <Line is="isMoving">{coded(SNOMED.physicalActivity)}</Line>
    <Line is="isRefused">{coded(SNOMED.declined, words.wholly)}</Line>
  </pre>
);

type CopyProps = RecordFacts & { isCopied: boolean; isNotCopied: boolean };

/** The text for the person’s notes: shown, so that it can be read first, and copied with one press. */
export const RecordPart = (facts: CopyProps) => (
  <Details summary={words.title} class="no-print">
    <p class="govuk-body">{words.hint}</p>
    <p class="govuk-label" id="record-label">
      {words.label}
    </p>
    <section aria-labelledby="record-label">{RecordText(facts)}</section>
    <Button type="button" look="secondary">
      {words.copy}
    </Button>
    <p class="govuk-body" role="status">
      <When is="isCopied">{words.copied}</When>
      <When is="isNotCopied">{words.notCopied}</When>
    </p>
  </Details>
);
