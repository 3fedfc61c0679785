import { Cell, Outcode } from '#shared/model/postcode.ts';
import type { Answers } from '#shared/ui/find/answers.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textsOf = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');

/** What somebody typed, sound or not, so that the form can show it again. */
export function givenAnswers(given: Record<string, unknown>): Answers {
  const cell = Cell.safeParse(given['cell']);
  const near = Outcode.safeParse(given['near']);
  return {
    postcode: textOf(given['postcode']).slice(0, 40) || (near.success ? near.data : ''),
    cell: cell.success ? cell.data : undefined,
    near: near.success ? near.data : undefined,
    need: textsOf(given['need']),
    miles: textOf(given['miles']) || undefined,
    q: textOf(given['q']).slice(0, 200),
    day: textsOf(given['day']),
    room: given['room'] === '1',
    free: given['free'] === '1',
    stepFree: given['step_free'] === '1',
  };
}
