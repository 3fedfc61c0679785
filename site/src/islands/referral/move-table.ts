import type { FunctionComponent } from 'preact';
import type * as z from 'zod/mini';
import type { Endpoint } from '#shared/api/endpoint.ts';
import type { ReferralPath } from '#shared/api/referrals.ts';
import { moves as words } from '#shared/text/en/moves.ts';
import * as contracts from '../../contracts/moves.ts';
import { choice, day, isTicked, optionalText, text } from '../../lib/form-data.ts';
import type { Move } from '../../lib/moves.ts';
import type { Contract } from '../../lib/plain-contract.ts';
import * as answering from './answering.drawn.tsx';
import * as ending from './ending.drawn.tsx';
import * as back from './handing-back.drawn.tsx';
import type { MovePartProps } from './move-frame.tsx';

type MoveOf = {
  Part: FunctionComponent<MovePartProps>;
  /** A route that moves the referral of the page. */
  contract: Contract<Endpoint & { params: typeof ReferralPath; body: z.ZodMiniType }>;
  read: (data: FormData) => unknown;
  /** The free text that is looked through for somebody’s details. */
  texts?: readonly string[];
  messages?: Readonly<Record<string, string>>;
};

const SAID: Readonly<Record<string, boolean>> = { yes: true, no: false };
const saidIn = (data: FormData, id: string): boolean | undefined => SAID[text(data, id)];

/** The day that was chosen or typed; empty text when there is none. */
const dayIn = (data: FormData, id: string): string =>
  text(data, id) === 'other' ? day(data, `${id}-other`) : text(data, id);

const readText = (data: FormData) => ({ text: text(data, 'text') });

function readHandBack(data: FormData) {
  const immediateDanger = saidIn(data, 'immediateDanger');
  return {
    immediateDanger,
    called: immediateDanger === true ? (choice(data, 'called') ?? null) : null,
    kind: choice(data, 'kind'),
    personAware: choice(data, 'personAware'),
    note: optionalText(data, 'note'),
  };
}

/** Each move: its form as the build has drawn it, its route, and how its answers are read. */
export const FORMS: Readonly<Record<Move, MoveOf>> = {
  accept: {
    Part: answering.AcceptForm,
    contract: contracts.accept,
    read: (data) => ({ contactBy: dayIn(data, 'contactBy') }),
    messages: { contactBy: words.accept.problem },
  },
  decline: {
    Part: answering.DeclineForm,
    contract: contracts.decline,
    read: (data) => ({
      reason: choice(data, 'reason'),
      declinedBy: choice(data, 'declinedBy'),
      comment: optionalText(data, 'comment'),
    }),
    texts: ['comment'],
  },
  ask: { Part: answering.AskForm, contract: contracts.ask, read: readText, texts: ['text'] },
  answer: { Part: answering.AnswerForm, contract: contracts.answer, read: readText, texts: ['text'] },
  wait_list: {
    Part: answering.WaitListForm,
    contract: contracts.waitList,
    read: (data) => ({ month: text(data, 'month') }),
  },
  keep_waiting: { Part: answering.KeepWaitingForm, contract: contracts.keepWaiting, read: () => ({}) },
  start: {
    Part: ending.StartForm,
    contract: contracts.start,
    read: (data) => ({ on: dayIn(data, 'on') }),
    messages: { on: words.start.problem },
  },
  not_start: {
    Part: ending.NotStartForm,
    contract: contracts.notStart,
    read: (data) => ({ reason: choice(data, 'reason') }),
  },
  complete: {
    Part: ending.CompleteForm,
    contract: contracts.complete,
    read: (data) => ({ outcome: choice(data, 'outcome'), words: optionalText(data, 'words') }),
    texts: ['words'],
  },
  withdraw: {
    Part: ending.WithdrawForm,
    contract: contracts.withdraw,
    read: (data) => ({
      reason: choice(data, 'reason'),
      agreementWithdrawn: isTicked(data, 'agreementWithdrawn'),
    }),
  },
  hand_back: {
    Part: back.HandBackForm,
    contract: contracts.handBack,
    read: readHandBack,
    texts: ['note'],
  },
  record_new_owner: {
    Part: back.NewOwnerForm,
    contract: contracts.recordNewOwner,
    read: (data) => ({
      who: text(data, 'who'),
      organization: text(data, 'organization'),
      how: choice(data, 'how'),
      on: dayIn(data, 'on'),
      accepted: saidIn(data, 'accepted'),
    }),
    messages: { on: words.start.problem },
  },
  return_to_group: {
    Part: back.ReturnForm,
    contract: contracts.returnToGroup,
    read: (data) => ({ note: text(data, 'note') }),
    texts: ['note'],
  },
};
