import {
  awareWords,
  calledWords,
  declineReasons,
  handBackKinds,
  notStartedReasons,
  outcomes,
} from '#shared/text/en/reasons.ts';
import { accessNeeds, preferredTimes, referralStates, stateMeanings } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import type { Content } from '#shared/ui/markup.ts';
import { SummaryListRow } from '#shared/ui/summary-list.tsx';
import { hole } from '../../lib/drawn-marks.ts';
import { Each } from '../each.tsx';
import { When, Words } from '../when.tsx';

const words = referralPage.rows;

/** One question and its answer, where there is one. `is`: the property that says so. */
const Row = ({ is, name, children }: { is: string; name: string; children: Content }) => (
  <When is={is}>
    <SummaryListRow row={{ key: name, value: children }} />
  </When>
);

/** Several codes as a list of their words. */
const List = ({ of, words: named }: { of: string; words: Readonly<Record<string, string>> }) => (
  <ul class="govuk-list">
    {Object.entries(named).map(([code, text]) => (
      <When key={code} is={`${of}=${code}`}>
        <li>{text}</li>
      </When>
    ))}
  </ul>
);

/** What fills the summary: dates and names as people read them, everything else as its code. */
export type SummaryFacts = Readonly<
  Record<'state' | 'activity' | 'from' | 'agreedOn' | 'sent' | 'needs' | 'ward', string> &
    Record<
      | 'due'
      | 'contactBy'
      | 'startedOn'
      | 'outcome'
      | 'notStarted'
      | 'declined'
      | 'comment'
      | 'waitingFor'
      | 'handedBack'
      | 'called'
      | 'aware'
      | 'handNote'
      | 'returning'
      | 'newOwner'
      | 'wouldLike'
      | 'group'
      | 'label',
      string | null | undefined
    >
> & {
  access: readonly string[];
  times: readonly string[];
  /** Whether there are any. */
  hasAccess: boolean;
  hasTimes: boolean;
  speakFirst: boolean;
  options: { questions: readonly { asked: string; answered: string | null }[] };
};

/** What came of it so far: only what has happened. */
const SoFar = (facts: SummaryFacts) => (
  <>
    <Row is="contactBy" name={words.contactBy}>
      {facts.contactBy}
    </Row>
    <Row is="startedOn" name={words.startedOn}>
      {facts.startedOn}
    </Row>
    <Row is="outcome" name={words.outcome}>
      <Words of="outcome" words={outcomes} />
    </Row>
    <Row is="notStarted" name={words.reason}>
      <Words of="notStarted" words={notStartedReasons} />
    </Row>
    <Row is="declined" name={words.reason}>
      <Words of="declined" words={declineReasons} />
    </Row>
    <Row is="comment" name={words.comment}>
      {facts.comment}
    </Row>
  </>
);

/** What was asked and answered, what waits and what was handed back. */
const Care = (facts: SummaryFacts) => (
  <>
    <Each of="questions">
      <SummaryListRow row={{ key: words.asked, value: hole('asked') }} />
      <Row is="answered" name={words.answered}>
        {hole('answered')}
      </Row>
    </Each>
    <Row is="waitingFor" name={words.waitingFor}>
      {facts.waitingFor}
    </Row>
    <Row is="handedBack" name={words.handedBack}>
      <Words of="handedBack" words={handBackKinds} />
    </Row>
    <Row is="called" name={words.called}>
      <Words of="called" words={calledWords} />
    </Row>
    <Row is="aware" name={words.aware}>
      <Words of="aware" words={awareWords} />
    </Row>
    <Row is="handNote" name={words.handNote}>
      {facts.handNote}
    </Row>
    <Row is="returning" name={words.returning}>
      {facts.returning}
    </Row>
    <Row is="newOwner" name={words.newOwner}>
      {facts.newOwner}
    </Row>
  </>
);

const Asked = (facts: SummaryFacts) => (
  <>
    <Row is="needs" name={words.needs}>
      {facts.needs}
    </Row>
    <Row is="ward" name={words.ward}>
      {facts.ward}
    </Row>
    <Row is="wouldLike" name={words.wouldLike}>
      {facts.wouldLike}
    </Row>
    <Row is="hasAccess" name={words.access}>
      <List of="access" words={accessNeeds} />
    </Row>
    <Row is="hasTimes" name={words.times}>
      <List of="times" words={preferredTimes} />
    </Row>
    <Row is="speakFirst" name={words.speakFirst}>
      {words.speakFirstYes}
    </Row>
  </>
);

const STATES = Object.fromEntries(
  Object.entries(referralStates).map(([state, text]) => [
    state,
    `${text}. ${Object.entries(stateMeanings).find(([one]) => one === state)?.[1] ?? ''}`,
  ]),
);

/** A referral as either side may read it; who the person is stands nowhere in it. */
export const SummaryRows = (facts: SummaryFacts) => (
  <dl class="govuk-summary-list">
    <SummaryListRow row={{ key: words.state, value: <Words of="state" words={STATES} /> }} />
    <Row is="due" name={words.due}>
      {facts.due}
    </Row>
    {SoFar(facts)}
    {Care(facts)}
    {Asked(facts)}
    <SummaryListRow row={{ key: words.activity, value: facts.activity }} />
    <Row is="group" name={words.group}>
      {facts.group}
    </Row>
    <SummaryListRow row={{ key: words.from, value: facts.from }} />
    <SummaryListRow row={{ key: words.agreement, value: words.agreedOn(facts.agreedOn) }} />
    <SummaryListRow row={{ key: words.sent, value: facts.sent }} />
    <Row is="label" name={words.label}>
      {facts.label}
    </Row>
  </dl>
);
