import { moves } from '#shared/text/en/moves.ts';
import { awareWords, calledWords, handBackKinds, toldHow } from '#shared/text/en/reasons.ts';
import { Radios } from '#shared/ui/radios.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { items } from '../../lib/items.ts';
import { FreeText } from '../counted-text.tsx';
import { When } from '../when.tsx';
import { DayChoice } from './day-choice.tsx';
import { MoveFrame, type MovePartProps } from './move-frame.tsx';
import { NumberList } from './number-list.tsx';

const { hand_back: handBack, record_new_owner: newOwner, return_to_group: goesOn, start } = moves;

/** Whom to ring when somebody is in danger now, said at once to whoever listens to the page. */
const Danger = (props: MovePartProps) => (
  <>
    <div class="stop-panel" role="alert">
      <p class="govuk-!-font-weight-bold">{handBack.ring}</p>
      {NumberList(props)}
    </div>
    <Radios
      id="called"
      legend={handBack.called}
      legendSize="s"
      error={props.errorFor('called')}
      items={items(calledWords)}
    />
  </>
);

const Rest = ({ errorFor }: Pick<MovePartProps, 'errorFor'>) => (
  <>
    <Radios
      id="kind"
      legend={handBack.kind}
      legendSize="s"
      error={errorFor('kind')}
      items={items(handBackKinds)}
    />
    <Radios
      id="personAware"
      legend={handBack.aware}
      legendSize="s"
      error={errorFor('personAware')}
      items={items(awareWords)}
    />
    <FreeText id="note" label={handBack.note} hint={handBack.noteHint} error={errorFor('note')} max={300} />
  </>
);

/** Hands back what is beyond the group: danger first, with whom to ring, and only then the rest. */
export const HandBackForm = (props: MovePartProps) => (
  <MoveFrame
    title={handBack.title}
    lead={handBack.lead}
    submit={handBack.submit}
    look="warning"
    problems={props.problems}
    isBusy={props.isBusy}
  >
    <Radios
      id="immediateDanger"
      legend={handBack.danger}
      legendSize="s"
      inline
      error={props.errorFor('immediateDanger')}
      items={[
        { value: 'yes', text: handBack.dangerYes },
        { value: 'no', text: handBack.dangerNo },
      ]}
    />
    <When is="danger=yes">{Danger(props)}</When>
    <When is="danger">
      <Rest errorFor={props.errorFor} />
    </When>
  </MoveFrame>
);

/** Records who has taken over; only this closes what was handed back. */
export const NewOwnerForm = ({ problems, isBusy, errorFor, today, yesterday }: MovePartProps) => (
  <MoveFrame
    title={newOwner.title}
    lead={newOwner.lead}
    submit={newOwner.submit}
    problems={problems}
    isBusy={isBusy}
  >
    <TextInput id="who" label={newOwner.who} error={errorFor('who')} autocomplete="off" />
    <TextInput
      id="organization"
      label={newOwner.organization}
      error={errorFor('organization')}
      autocomplete="off"
    />
    <Radios id="how" legend={newOwner.how} legendSize="s" error={errorFor('how')} items={items(toldHow)} />
    <DayChoice
      id="on"
      legend={newOwner.on}
      choices={[
        { day: today, text: start.today },
        { day: yesterday, text: start.yesterday },
      ]}
      another={start.another}
      otherLegend={newOwner.on}
      error={errorFor('on')}
    />
    <Radios
      id="accepted"
      legend={newOwner.accepted}
      legendSize="s"
      error={errorFor('accepted')}
      items={[
        { value: 'yes', text: newOwner.yes },
        { value: 'no', text: newOwner.no },
      ]}
    />
  </MoveFrame>
);

/** Either side says that it is in scope after all. */
export const ReturnForm = ({ problems, isBusy, errorFor }: MovePartProps) => (
  <MoveFrame
    title={goesOn.title}
    lead={goesOn.lead}
    submit={goesOn.submit}
    problems={problems}
    isBusy={isBusy}
  >
    <FreeText id="note" label={goesOn.note} hint={goesOn.hint} error={errorFor('note')} max={300} />
  </MoveFrame>
);
