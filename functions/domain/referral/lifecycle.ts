import { type ReferralAction, ReferralState, TERMINAL_STATES } from '#shared/model/referral-state.ts';

/** Who may move a referral: a role on the side it stands on, or the clock. */
export type Doer = 'link_worker' | 'lw_manager' | 'group_reader' | 'coordinator' | 'system';

/** What the doer has to give before the move may happen; the rules of each action check it. */
export type Needed =
  | 'service'
  | 'agreement_and_checks'
  | 'question'
  | 'answer'
  | 'first_contact_by'
  | 'expected_month'
  | 'decline_reason'
  | 'withdraw_reason'
  | 'first_day'
  | 'not_started_reason'
  | 'outcome'
  | 'danger_question'
  | 'new_owner'
  | 'note'
  | 'nothing';

export type Move = {
  /** The row of the founding state table; one row may need several lines here. */
  row: number;
  action: ReferralAction;
  from: readonly (ReferralState | 'nothing')[];
  to: ReferralState;
  by: readonly Doer[];
  needs: Needed;
  /** Both sides have to say so before it happens. */
  bothSides?: true;
};

const SENDERS = ['link_worker', 'lw_manager'] as const;
const EITHER = [...SENDERS, 'group_reader'] as const;
/** The states in which a group has said neither yes nor no. */
export const UNDECIDED = ['sent', 'info_needed', 'waitlisted'] as const;
const OF_UNDECIDED: ReadonlySet<ReferralState> = new Set(UNDECIDED);

/** Whether a group has said neither yes nor no to a referral. */
export const isUndecided = ({ state }: { state: ReferralState }): boolean => OF_UNDECIDED.has(state);

/**
 * Every move there is. Resending elsewhere is no move: it makes a new referral that names the old one.
 * Opening is none either: it is a time stamp. Nothing with `system` among its doers leaves
 * `handed_back`, so that no clock can make a risk disappear.
 */
export const MOVES = [
  { row: 0, action: 'start_draft', from: ['nothing'], to: 'draft', by: SENDERS, needs: 'service' },
  { row: 1, action: 'send', from: ['draft'], to: 'sent', by: SENDERS, needs: 'agreement_and_checks' },
  { row: 2, action: 'ask', from: ['sent'], to: 'info_needed', by: ['group_reader'], needs: 'question' },
  { row: 3, action: 'answer', from: ['info_needed'], to: 'sent', by: SENDERS, needs: 'answer' },
  {
    row: 4,
    action: 'accept',
    from: UNDECIDED,
    to: 'accepted',
    by: ['group_reader'],
    needs: 'first_contact_by',
  },
  {
    row: 5,
    action: 'wait_list',
    from: ['sent', 'info_needed'],
    to: 'waitlisted',
    by: ['group_reader'],
    needs: 'expected_month',
  },
  {
    row: 6,
    action: 'decline',
    from: UNDECIDED,
    to: 'declined',
    by: ['group_reader'],
    needs: 'decline_reason',
  },
  {
    row: 7,
    action: 'withdraw',
    from: [...UNDECIDED, 'accepted', 'started'],
    to: 'withdrawn',
    by: [...SENDERS, 'coordinator'],
    needs: 'withdraw_reason',
  },
  {
    row: 7,
    action: 'withdraw',
    from: ['handed_back'],
    to: 'withdrawn',
    by: ['lw_manager'],
    needs: 'withdraw_reason',
  },
  { row: 8, action: 'start', from: ['accepted'], to: 'started', by: EITHER, needs: 'first_day' },
  {
    row: 9,
    action: 'not_start',
    from: ['accepted'],
    to: 'not_started',
    by: EITHER,
    needs: 'not_started_reason',
  },
  { row: 10, action: 'complete', from: ['started'], to: 'completed', by: EITHER, needs: 'outcome' },
  {
    row: 11,
    action: 'hand_back',
    from: [...UNDECIDED, 'accepted', 'started'],
    to: 'handed_back',
    by: EITHER,
    needs: 'danger_question',
  },
  {
    row: 12,
    action: 'record_new_owner',
    from: ['handed_back'],
    to: 'handed_to_clinician',
    by: SENDERS,
    needs: 'new_owner',
  },
  {
    row: 13,
    action: 'return_to_group',
    from: ['handed_back'],
    to: 'accepted',
    by: EITHER,
    needs: 'note',
    bothSides: true,
  },
  { row: 14, action: 'expire', from: ['sent'], to: 'expired', by: ['system'], needs: 'nothing' },
  { row: 15, action: 'keep_waiting', from: ['waitlisted'], to: 'waitlisted', by: SENDERS, needs: 'nothing' },
  { row: 15, action: 'expire', from: ['waitlisted'], to: 'expired', by: ['system'], needs: 'nothing' },
  { row: 16, action: 'withdraw', from: ['info_needed'], to: 'withdrawn', by: ['system'], needs: 'nothing' },
  { row: 10, action: 'complete', from: ['started'], to: 'completed', by: ['system'], needs: 'nothing' },
] as const satisfies readonly Move[];

const moves: readonly Move[] = MOVES;

/** The move a doer may make from a state by an action, or undefined when there is none. */
export const moveFor = (from: ReferralState, action: ReferralAction, doer: Doer): Move | undefined =>
  moves.find((move) => move.action === action && move.from.includes(from) && move.by.includes(doer));

/** What a doer may do to a referral in a state, in the order of the table. */
export const legalActions = (from: ReferralState, doer: Doer): ReferralAction[] => [
  ...new Set(
    moves.filter((move) => move.from.includes(from) && move.by.includes(doer)).map(({ action }) => action),
  ),
];

/** Seven live states: somebody still has to do something. */
export const LIVE_STATES: readonly ReferralState[] = ReferralState.options.filter(
  (state) => !TERMINAL_STATES.has(state),
);
