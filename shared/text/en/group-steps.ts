import type { GroupBlock, GroupStep, StepState } from '../../model/group-steps.ts';
import type { WhyReturned } from '../../model/registration.ts';

const things = (count: number) => (count === 1 ? 'One thing is' : `${count} things are`);
const questions = (count: number) => (count === 1 ? 'One question is' : `${count} questions are`);

/** A group's way to its first referral: what is left, and why it matters. */
export const groupSteps = {
  receives: 'You can now receive referrals.',
  receivesMore: 'What is left below makes it go well.',
  thingsLeft: (count: number) => `${things(count)} left until link workers can send people to you.`,
  questionsLeft: (count: number) => `${questions(count)} left until link workers can send people to you.`,
  onlyCheck: 'Your part is done. Link workers can send people to you once your coordinator has checked you.',
  list: 'What is done and what is left',
  saves: 'You can stop at any step. What you have done is kept.',
  optional: 'What is good to do holds nothing up.',
  titles: {
    check: 'Your coordinator checks that you are who you say',
    basics: 'Safeguarding basics',
    phone: 'A phone to ring',
    activity: 'Something people can join',
    room: 'How much room there is',
    reader: 'Somebody to read referrals',
  } satisfies Record<GroupStep, string>,
  /** Why it matters, while it is left. */
  why: {
    check: 'Nobody can find you until then.',
    basics: 'So that people sent to you are safe, and you know what to do when you worry about somebody.',
    phone: 'A link worker rings you before they send somebody new. You choose who sees the number.',
    activity: 'People look for a day, a time and a place.',
    room: 'Nobody is sent where there is no room. It takes one press.',
    reader: 'Only people you name can open a referral. That can be you.',
  } satisfies Record<GroupStep, string>,
  /** Why a step of the group's own waits for somebody else. */
  readerAsked:
    'You have asked somebody. Once they have used their link, this is done. The link works for two days.',
  onlyReader: 'Link workers can send people to you once whoever you asked has used their link.',
  states: { done: 'Done', to_do: 'To\u00a0do', waiting: 'Waiting' } satisfies Record<StepState, string>,
  /** What is left but not counted as left: people can be sent without it. */
  goodToDo: 'Good to do',
  basicsLeft: (count: number) => (count === 1 ? '1 question left' : `${count} questions left`),
  waiting: {
    title: 'What happens now',
    text: (name: string) =>
      `${name} rings or visits, mostly within a week. You need not wait: do the rest below, a bit at a time.`,
  },
  returned: {
    title: 'Your coordinator could not list the group yet',
    why: {
      not_reached: 'They could not reach anybody.',
      listed_already: 'A group of this name is listed already.',
      not_a_group: 'It did not look like a group that people can join.',
      not_here: 'It seems to be outside this area.',
      not_who_they_say: 'They could not make sure that the group is who it says.',
    } satisfies Record<WhyReturned, string>,
    next: {
      not_reached: 'Ring them and say when you can be reached.',
      listed_already: 'If that is you, ring them. If it is another group, say how yours differs.',
      not_a_group: 'Ring them and say who comes and what you do.',
      not_here: 'Ring them: they know who lists groups where you are.',
      not_who_they_say: 'Ring them and ask what would show it, such as a visit.',
    } satisfies Record<WhyReturned, string>,
    again: 'Ask for another check',
    asked: 'Your coordinator has been told. The group waits for a check again.',
  },
  blocks: {
    paused: 'Your coordinator has paused referrals to your group. Ring them to hear what is needed.',
    higher_tier:
      'What your group does needs more questions. Ring your coordinator, who goes through them with you.',
    not_england:
      'Groups here are listed. Referrals begin once the questions of this nation are in the portal.',
    not_live:
      'Your area has not opened for referrals yet. All you do here counts from the day it opens. Your coordinator knows when that is.',
    stopped: 'This group is not listed any more. Ring your coordinator if that is wrong.',
  } satisfies Record<GroupBlock, string>,
  ring: (name: string) => `Ring ${name}`,
  choose: 'Which group?',
  all: 'All your groups',
} as const;

/** The page of a group's one phone. */
export const groupPhone = {
  title: 'A phone to ring',
  lead: 'One number is enough, and it may be a mobile.',
  number: 'Phone number',
  bestTimes: 'When is it best to ring?',
  bestTimesHint: 'For example: weekday mornings, or after 6pm. You can leave this out.',
  shownTo: 'Who sees the number?',
  professionals: 'Link workers and your coordinator only',
  professionalsHint: 'They sign in. Nobody else finds it.',
  public: 'Everyone',
  publicHint: 'It stands on your page, so that people can ring before they come.',
  submit: 'Save',
  saved: 'Saved.',
} as const;
