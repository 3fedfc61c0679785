import type { DeclineReason } from '#shared/model/referral.ts';
import { moves } from '#shared/text/en/moves.ts';
import { declineReasons } from '#shared/text/en/reasons.ts';
import { Radios } from '#shared/ui/radios.tsx';
import { Select } from '#shared/ui/select.tsx';
import { hole } from '../../lib/drawn-marks.ts';
import { codesOf } from '../../lib/items.ts';
import { FreeText } from '../counted-text.tsx';
import { Each } from '../each.tsx';
import { When } from '../when.tsx';
import { DayChoice } from './day-choice.tsx';
import { MoveFrame, type MovePartProps } from './move-frame.tsx';

const { accept, decline, ask, answer, wait_list: waitList, keep_waiting: keepWaiting } = moves;

/** Says yes, and by which day somebody makes contact. */
export const AcceptForm = ({ problems, isBusy, errorFor, usual, usualText }: MovePartProps) => (
  <MoveFrame
    title={accept.title}
    lead={accept.lead}
    submit={accept.submit}
    problems={problems}
    isBusy={isBusy}
  >
    <DayChoice
      id="contactBy"
      legend={accept.by}
      choices={[
        {
          day: usual,
          text: (
            <>
              <When is="isSoon">{accept.soon(usualText)}</When>
              <When is="isRoutine">{accept.usual(usualText)}</When>
            </>
          ),
        },
      ]}
      another={accept.another}
      otherLegend={accept.day}
      error={errorFor('contactBy')}
    />
  </MoveFrame>
);

const HINTS: Partial<Record<DeclineReason, string>> = {
  no_capacity: decline.noRoomHint,
  need_beyond_us: decline.beyondHint,
};

/** Says no with a coded reason, so that the link worker can find something better. */
export const DeclineForm = ({ problems, isBusy, errorFor }: MovePartProps) => (
  <MoveFrame
    title={decline.title}
    lead={decline.lead}
    submit={decline.submit}
    problems={problems}
    isBusy={isBusy}
  >
    <Radios
      id="reason"
      legend={decline.reason}
      legendSize="s"
      error={errorFor('reason')}
      items={codesOf(declineReasons).map((value) => ({
        value,
        text: declineReasons[value],
        hint: HINTS[value],
      }))}
    />
    <Radios
      id="declinedBy"
      legend={decline.by}
      legendSize="s"
      error={errorFor('declinedBy')}
      inline
      items={[
        { value: 'group', text: decline.group },
        { value: 'person', text: decline.person },
      ]}
    />
    <FreeText
      id="comment"
      label={decline.comment}
      hint={decline.commentHint}
      error={errorFor('comment')}
      max={300}
    />
  </MoveFrame>
);

/** A reader asks the link worker something. */
export const AskForm = ({ problems, isBusy, errorFor }: MovePartProps) => (
  <MoveFrame title={ask.title} lead={ask.lead} submit={ask.submit} problems={problems} isBusy={isBusy}>
    <FreeText id="text" label={ask.text} hint={ask.hint} error={errorFor('text')} max={500} />
  </MoveFrame>
);

/** The link worker answers; the question stands above the answer. */
export const AnswerForm = ({ problems, isBusy, errorFor, question }: MovePartProps) => (
  <MoveFrame title={answer.title} lead={question} submit={answer.submit} problems={problems} isBusy={isBusy}>
    <FreeText id="text" label={answer.text} hint={answer.hint} error={errorFor('text')} max={500} />
  </MoveFrame>
);

/** Keeps it for later and says from which month. */
export const WaitListForm = ({ problems, isBusy, errorFor }: MovePartProps) => (
  <MoveFrame
    title={waitList.title}
    lead={waitList.lead}
    submit={waitList.submit}
    problems={problems}
    isBusy={isBusy}
  >
    <Select
      id="month"
      label={waitList.month}
      error={errorFor('month')}
      items={[]}
      more={
        <Each of="months">
          <option value={hole('value')}>{hole('text')}</option>
        </Each>
      }
    />
  </MoveFrame>
);

/** The person was asked and still waits: one press, nothing to fill in. */
export const KeepWaitingForm = ({ problems, isBusy }: MovePartProps) => (
  <MoveFrame
    title={keepWaiting.title}
    lead={keepWaiting.lead}
    submit={keepWaiting.submit}
    problems={problems}
    isBusy={isBusy}
  />
);
