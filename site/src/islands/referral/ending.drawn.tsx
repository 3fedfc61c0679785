import { moves } from '#shared/text/en/moves.ts';
import { notStartedReasons, outcomes, withdrawReasons } from '#shared/text/en/reasons.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { Details } from '#shared/ui/details.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { codesOf, items } from '../../lib/items.ts';
import { FreeText } from '../counted-text.tsx';
import { DayChoice } from './day-choice.tsx';
import { MoveFrame, type MovePartProps } from './move-frame.tsx';

const { start, not_start: notStart, complete, withdraw } = moves;
// What a person can record or give: what a timer writes is left out.
const RECORDED = codesOf(outcomes).filter((code) => code !== 'outcome_unknown');
const GIVEN = codesOf(withdrawReasons).filter((code) => code !== 'no_answer_from_referrer');

/** Records the first time the person came. */
export const StartForm = ({ problems, isBusy, errorFor, today, yesterday }: MovePartProps) => (
  <MoveFrame title={start.title} submit={start.submit} problems={problems} isBusy={isBusy}>
    <DayChoice
      id="on"
      legend={start.on}
      choices={[
        { day: today, text: start.today },
        { day: yesterday, text: start.yesterday },
      ]}
      another={start.another}
      otherLegend={start.day}
      error={errorFor('on')}
    />
  </MoveFrame>
);

/** Records that the person did not come in the end, and why. */
export const NotStartForm = ({ problems, isBusy, errorFor }: MovePartProps) => (
  <MoveFrame
    title={notStart.title}
    lead={notStart.lead}
    submit={notStart.submit}
    problems={problems}
    isBusy={isBusy}
  >
    <Radios
      id="reason"
      legend={notStart.reason}
      legendSize="s"
      error={errorFor('reason')}
      items={items(notStartedReasons)}
    />
  </MoveFrame>
);

/** Records what came of it: one tap for what happened, one to send; words are folded away. */
export const CompleteForm = ({ problems, isBusy, errorFor }: MovePartProps) => (
  <MoveFrame title={complete.title} submit={complete.submit} problems={problems} isBusy={isBusy}>
    <Radios
      id="outcome"
      legend={complete.outcome}
      legendSize="s"
      error={errorFor('outcome')}
      items={items(outcomes, RECORDED)}
    />
    <Details summary={complete.words}>
      <FreeText
        id="words"
        label={complete.words}
        hint={complete.wordsHint}
        error={errorFor('words')}
        max={300}
      />
    </Details>
  </MoveFrame>
);

/** Takes a referral back; says what that does before it is done. */
export const WithdrawForm = ({ problems, isBusy, errorFor }: MovePartProps) => (
  <MoveFrame
    title={withdraw.title}
    lead={withdraw.lead}
    submit={withdraw.submit}
    look="warning"
    problems={problems}
    isBusy={isBusy}
  >
    <Radios
      id="reason"
      legend={withdraw.reason}
      legendSize="s"
      error={errorFor('reason')}
      items={items(withdrawReasons, GIVEN)}
    />
    <Checkboxes
      id="agreementWithdrawn"
      fieldset={false}
      items={[{ value: 'yes', text: withdraw.agreement }]}
    />
  </MoveFrame>
);
