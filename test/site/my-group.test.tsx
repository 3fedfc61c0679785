import { describe, expect, it } from 'vitest';
import type { GroupProgress } from '#shared/api/own-group.ts';
import { OrganizationId } from '#shared/model/ids.ts';
import { groupSteps as words } from '#shared/text/en/group-steps.ts';
import { progressLine, taskOf } from '../../site/src/islands/my-group/progress.tsx';

const step = (name: GroupProgress['steps'][number]['step'], isNeeded = true, state = 'to_do' as const) => ({
  step: name,
  state,
  isNeeded,
});

const registered: GroupProgress = {
  group: {
    id: OrganizationId.parse('0f8fad5b-d9cb-469f-a165-70867728950e'),
    name: 'Boat house',
    phone: { number: '', bestTimes: '', shownTo: 'nobody' },
  },
  check: 'checked',
  reason: null,
  block: null,
  receives: false,
  steps: [step('basics'), step('phone', false), step('activity'), step('room', false), step('reader')],
  questionsLeft: 9,
  helper: { name: 'Cobbled Yard', phone: '0161 496 0110' },
  now: '2026-11-23T10:00:00.000Z',
};

const shownAsLeft = (progress: GroupProgress) =>
  progress.steps.map((one) => taskOf(progress, one)).filter(({ tag }) => tag === 'teal');

describe('what is left until a group can be referred to', () => {
  it('is counted in the sentence as it is marked in the list', () => {
    expect(progressLine(registered)).toBe(words.thingsLeft(3));
    expect(shownAsLeft(registered)).toHaveLength(3);
  });

  it('is not what is only good to do, which the list says of it', () => {
    const optional = registered.steps.filter(({ isNeeded }) => !isNeeded);
    const statuses = optional.map((one) => taskOf(registered, one).status);
    expect(statuses).toEqual([words.goodToDo, words.goodToDo]);
  });
});
