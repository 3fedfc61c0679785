import type { ReferralAction } from '../../model/referral-state.ts';

type Move = Extract<
  ReferralAction,
  | 'accept'
  | 'decline'
  | 'ask'
  | 'answer'
  | 'wait_list'
  | 'start'
  | 'not_start'
  | 'complete'
  | 'hand_back'
  | 'record_new_owner'
  | 'return_to_group'
  | 'keep_waiting'
  | 'withdraw'
>;

/** The page of one referral, for the group that got it and the team that sent it. */
export const referralPage = {
  title: 'Referral',
  missing: 'This is not the address of a referral. Open it from your list.',
  backInbox: 'Back to the inbox',
  backCaseload: 'Back to the caseload',
  reference: 'Reference',
  rows: {
    state: 'Where it stands',
    activity: 'Activity',
    group: 'Group',
    from: 'Sent by',
    needs: 'Wants help with',
    ward: 'Lives in',
    wouldLike: 'Would like',
    access: 'Needs to take part',
    times: 'Can come',
    speakFirst: 'Before first contact',
    speakFirstYes: 'Speak to the link worker first',
    agreement: 'Agreement',
    agreedOn: (date: string) => `Yes, on ${date}`,
    sent: 'Sent',
    due: 'Due',
    label: 'Your label',
    contactBy: 'Contact by',
    startedOn: 'First visit',
    outcome: 'What came of it',
    reason: 'Why',
    comment: 'In their words',
    soon: 'Cannot wait two weeks',
    asked: 'The group asked',
    answered: 'Answer',
    waitingFor: 'May have room from',
    handedBack: 'Handed back because of',
    called: 'Who was called',
    aware: 'The person knows',
    handNote: 'From whoever handed back',
    returning: 'Says it can go on',
    newOwner: 'Taken over by',
    sender: (name: string, team: string) => `${name}, ${team}`,
  },
  ringGroup: (group: string) => `Ring ${group}`,
  today: {
    title: 'Today',
    text: 'Ring the group. Record here who takes over: until then it stays with you.',
  },
  ringSender: (name: string) => `Ring ${name}`,
  ringSenderNote: 'You can ask the link worker anything before you decide.',
  before: 'You see the name and contact details after you accept.',
  timeline: 'What has happened',
  whatNow: 'What do you want to do?',
  nothingNow: 'There is nothing for you to do now.',
  done: {
    accept: 'You said yes. We told the link worker. Show the contact details when you are ready to ring.',
    decline: 'You said no. We told the link worker, who looks for something else. Thank you for answering.',
    start: 'First visit recorded.',
    not_start: 'Recorded. The link worker follows it up.',
    complete: 'Recorded. Thank you: this shows what your work does.',
    ask: 'Asked. You hear by mail when the link worker answers.',
    answer: 'Answered. The group decides now.',
    wait_list: 'On the waiting list. We told the link worker.',
    hand_back: 'Handed back. The link worker and their manager hear now. If you are worried, ring them too.',
    record_new_owner: 'Recorded. This referral is closed.',
    return_to_group: 'Recorded. It goes on when both sides have said so.',
    keep_waiting: 'The place is kept.',
    withdraw: 'You took it back. The group can no longer see who this is.',
  } satisfies Record<Move, string>,
  reveal: {
    readerTitle: 'Contact details',
    senderTitle: 'Who this is',
    readerButton: 'Show contact details',
    senderButton: 'Show who this is',
    written: 'Each time they are shown, your name and the time are written down.',
    safeTitle: 'Read this before you make contact',
    acknowledge: 'I have read this. Show the contact details',
    surname: 'Surname',
    through: 'Do not contact the person. Ring the link worker.',
    hide: 'Hide them',
    hidden: 'The contact details are hidden again.',
    hides:
      'They hide by themselves when you leave this page or do nothing for 2 minutes. Do not copy them elsewhere.',
    ring: (name: string) => `Ring ${name}`,
    write: (name: string) => `Write to ${name}`,
  },
  held: {
    text: (when: string) =>
      `You are new here as a reader: you can answer, and contact details open for you from ${when}.`,
    until: (sender: string) =>
      `If it cannot wait, ring ${sender}, who can put you in touch, or ask another reader of your group.`,
    sooner: (coordinator: string, phone: string) =>
      `Your coordinator can end this sooner: ${coordinator}, ${phone}.`,
  },
  race: {
    title: 'Somebody was quicker',
    /** After what it has become, such as “Accepted”. */
    by: (name: string, when: string) => `by ${name}, ${when}.`,
    now: 'It now stands at:',
    next: 'Look at what you can do now.',
    none: 'There is nothing more for you to do.',
  },
} as const;
