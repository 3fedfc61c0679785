import type { FunctionComponent } from 'preact';
import type { Move } from '../../lib/moves.ts';
import { Accept } from './accept.tsx';
import { Answer, Ask, Return } from './ask.tsx';
import { Complete } from './complete.tsx';
import { Decline } from './decline.tsx';
import { HandBack } from './hand-back.tsx';
import type { MoveProps } from './move-props.ts';
import { NewOwner } from './new-owner.tsx';
import { NotStart } from './not-start.tsx';
import { Start } from './start.tsx';
import { KeepWaiting, WaitList } from './wait-list.tsx';
import { Withdraw } from './withdraw.tsx';

const FORMS: Readonly<Record<Move, FunctionComponent<MoveProps>>> = {
  accept: Accept,
  decline: Decline,
  start: Start,
  not_start: NotStart,
  complete: Complete,
  ask: Ask,
  answer: Answer,
  wait_list: WaitList,
  hand_back: HandBack,
  record_new_owner: NewOwner,
  return_to_group: Return,
  keep_waiting: KeepWaiting,
  withdraw: Withdraw,
};

/** The form of one move. */
export function FormOf({ move, ...rest }: MoveProps & { move: Move }) {
  const Form = FORMS[move];
  return <Form {...rest} />;
}
