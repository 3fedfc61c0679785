import type { ContactChannel } from '../../model/person.ts';
import type { Agreement } from '../../model/referral.ts';
import { agreedHows, limits } from './agreed.ts';

type Kind = ContactChannel['kind'];

/** Whoever has not been named yet. */
export const somebody = 'the person';

/** What looking for a ward by its postcode came to. */
export const wardFinder = {
  found: (ward: string) => `Found: ${ward}.`,
  notAPostcode: 'Enter a full postcode, like M14 5RX',
  notKnown: 'We do not know that postcode. Check it, or try one close by',
  notOurs: (council: string) => `That postcode is in ${council}, which this portal does not cover`,
  noConnection: 'We could not look that up. Try again, or choose the ward from the list',
} as const;

/** The button under the form. */
export const checkAnswers = 'Check your answers';

const chooseWard = 'Choose the ward';

/** What an answer of the form asks for, said when it is sent. */
export const referProblems = {
  tick: 'Tick that they agreed by phone, or say how they agreed',
  day: 'Enter the day they agreed, like 20 11 2026',
  dayAhead: 'Enter today or an earlier day',
  dayOld: 'An agreement counts for 90 days. Ask the person again',
  ward: chooseWard,
} as const;

/** The referral form, its check page and what comes after sending. */
export const refer = {
  title: 'Send a referral',
  back: 'Back to the search',
  to: (group: string) => `to ${group}`,
  missing: 'Choose a group first. Search near the person, open a group and choose “Send a referral”.',
  search: 'Find a group',
  group: {
    title: 'About this activity',
    when: 'When',
    where: 'Where',
    noTimes: 'The group has not said when. Ring to ask.',
    ring: (group: string) => `Ring ${group}`,
    ringFirst:
      'The group has not said lately how much room there is. Ring first, or send and let them answer.',
    waiting: 'The group keeps a waiting list. It can accept, or say when there is space.',
    closed: 'No referrals here just now',
    full: 'The group says it has no room, so nothing can be sent. Ring to ask, or choose another group.',
    notReferable:
      'This activity takes no referrals through the portal just now. You can still tell the person about it.',
    unclaimed:
      'This page came from another directory, and nobody of the group uses the portal yet, so nothing can be sent. Ring the group, or tell the person about it.',
    isNew: 'This group is new here: at most three people at a time in its first 30 days.',
    newIsFull:
      'This group is new here and has three people just now, the most it can at first. Ring it, or choose another group.',
    offersWaiting:
      'Ten referrals of your team wait for this group’s answer. Ring it about those, or choose another group for now.',
    see: 'See the group’s page',
  },
  stop: {
    legend: 'Before you start',
    tick: 'I have read this. Nobody is in danger now.',
  },
  exclusions: {
    legend: limits.legend,
    none: limits.none,
    tick: 'I have read this. None of it applies.',
    tickNone: 'I have thought about whether this group is right for the person.',
  },
  needs: 'What does the person want help with?',
  person: {
    title: 'The person',
    sealed: 'Their name and contact details are sealed. The group sees them only after it says yes.',
    preferredName: 'What do they like to be called?',
    channel: 'How do they want to be reached?',
    channels: {
      phone: 'By phone',
      email: 'By email',
      through_link_worker: 'Through me. The group rings me first.',
    } satisfies Record<Kind, string>,
    phone: 'Phone number',
    email: 'Email address',
    safe: 'What makes contact safe?',
    safeHint: 'The group reads this before it sees the number. Tick any that apply.',
  },
  place: {
    legend: 'Where do they live?',
    ward: 'Ward',
    wardHint: 'The group sees the ward, never the address.',
    choose: chooseWard,
    postcode: 'Find the ward by postcode',
    postcodeHint: 'The postcode stays in this browser. It is not sent or kept.',
    find: 'Find the ward',
  },
  agreement: {
    title: 'Agreement',
    wording:
      'Say this, or something like it: “I would like to tell the group that you want to come. They see what you want help with and your part of town. If they say yes, they also see your name and how to reach you. You can change your mind at any time. Is that all right?”',
    version: (version: string) => `Wording ${version}`,
    tick: (name: string, day: string) => `Agreed by phone with ${name} on ${day}`,
    tickHint: 'I read this out, and the person said yes.',
    otherwise: 'They agreed in another way, or on another day',
    how: 'How did they agree?',
    hows: agreedHows satisfies Record<Agreement['how'], string>,
    who: 'Who agreed?',
    whos: {
      person: 'The person',
      carer_with_authority: 'A carer with legal authority',
      best_interests_decision: 'A best interests decision was made',
    } satisfies Record<Agreement['givenBy'], string>,
    when: 'When?',
    today: 'Today',
    yesterday: 'Yesterday',
    another: 'Another day',
    day: 'The day they agreed',
  },
  origin: 'Where did this begin?',
  originChoose: 'Choose where it began',
  more: {
    summary: 'More the group may need to know (you can leave this out)',
    wouldLike: 'What would they like, in their words?',
    wouldLikeHint: 'No names, numbers or health details. The group reads this before it decides.',
    accessNeeds: 'What do they need to take part?',
    times: 'When can they come?',
    speakFirst: 'Ask the group to speak to me before the first contact',
    priority: 'This cannot wait two weeks',
    priorityHint: 'The group is asked to answer within 2 working days. Danger is not for this form: ring.',
    surname: 'Surname',
    surnameHint: 'Only if the group needs it to tell people apart. Your team sees it; the group does not.',
    safeNote: 'Anything else that makes contact safe',
    safeNoteHint: 'Sealed with the contact details.',
    label: 'Your own short label',
    labelHint: 'Initials or your system’s number, so that you find it again. Only your team sees it.',
  },
  go: checkAnswers,
} as const;
