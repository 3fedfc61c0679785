import { type Doer, MOVES, type Move } from '#functions/domain/referral/lifecycle.ts';
import { type After, TIMERS, type Timer } from '#functions/domain/referral/timers.ts';
import { HOLIDAY_YEARS } from '#shared/model/working-days.ts';

const moves: readonly Move[] = MOVES;
const timers: readonly Timer[] = TIMERS;

const WHO: Record<Doer, string> = {
  link_worker: 'link worker',
  lw_manager: 'manager',
  group_reader: 'reader',
  coordinator: 'coordinator',
  system: 'clock',
};
const whoOf = ({ by, bothSides }: Move) =>
  by.map((doer) => WHO[doer]).join(', ') + (bothSides === true ? ' (both sides)' : '');
const said = (code: string) => code.replaceAll('_', ' ');

const arrows = () =>
  moves.flatMap((move) =>
    move.from.map((from) => `  ${from === 'nothing' ? '[*]' : from} --> ${move.to}: ${said(move.action)}`),
  );
const ends = () => {
  const left = new Set<string>(moves.flatMap(({ from }) => from));
  return [...new Set(moves.map(({ to }) => to))].filter((state) => !left.has(state));
};

const moveRow = (move: Move) =>
  `| ${move.row} | ${move.from.map(said).join(', ')} | ${said(move.to)} | ${said(move.action)} | ${whoOf(move)} | ${said(move.needs)} |`;

function afterText(after: After | 'not_allowed'): string {
  if (after === 'not_allowed') return 'not allowed';
  if (after === 'same_day') return 'same day';
  const [unit = '', count = 0] = Object.entries(after)[0] ?? [];
  return `${count} ${unit === 'workingDays' ? 'working days' : unit}`;
}
const timerRow = ({ state, unless, routine, timeSensitive, action, repeats }: Timer) =>
  `| ${said(state)} | ${said(unless)} | ${afterText(routine)} | ${afterText(timeSensitive)} | ${said(action)}${repeats === undefined ? '' : ', daily'} |`;

/** The page about a referral's life, written from the table of moves and the table of timers. */
export const lifecyclePage = (): string =>
  [
    '# The life of a referral',
    '',
    'Written from `functions/domain/referral/lifecycle.ts` and `timers.ts`; `vitest run test/domain/lifecycle -u` writes it again.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...arrows(),
    ...ends().map((state) => `  ${state} --> [*]`),
    '```',
    '',
    'Opening is a time stamp, not a state. Sending elsewhere makes a new referral that names the old one.',
    'No line leaves `handed_back` by the clock: a risk does not disappear because nobody acted.',
    '',
    '| row | from | to | action | who | needs |',
    '|---|---|---|---|---|---|',
    ...moves.map(moveRow),
    '',
    '## Timers',
    '',
    `Working days leave out weekends and the bank holidays of the area's nation, computed by rule and held to the announced days for ${HOLIDAY_YEARS.from} to ${HOLIDAY_YEARS.to}. What is due on a day is due at 17:00 in London.`,
    '',
    '| state | unless | routine | time-sensitive | then |',
    '|---|---|---|---|---|',
    ...timers.map(timerRow),
    '',
  ].join('\n');
