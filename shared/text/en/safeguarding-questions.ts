import type {
  CHECKS,
  Doing,
  KEEPING,
  KNOWN,
  PROCEDURE,
  SafeguardingQuestion,
} from '../../model/safeguarding-answers.ts';

type Labels<Codes extends readonly string[]> = Readonly<Record<Codes[number], string>>;

/** What a group may do that asks for more: ticked, never scored. */
export const doings: Readonly<Record<Doing, string>> = {
  children: 'Anyone under 18 takes part without a parent or carer staying',
  adults_at_risk:
    'It is set up specifically for adults who need care or support day to day. Being open to lonely or unwell people like everyone else does not count',
  one_to_one: 'We sometimes see one person alone, by phone or video too',
  homes: 'We go into people’s homes',
  personal_care: 'We help with eating, using the toilet, washing, dressing, or care of skin or mouth',
  money:
    'We handle cash, pay bills or shop for somebody because of age, illness or disability, or act for them formally. Help with a form does not count',
  driving: 'We drive or go with people to health, care or social work appointments because of their needs',
  health_care: 'We give health care, counselling directed by a health professional, or social work',
  always_two: 'Every session is in a group, in a public or hired place, with at least two organisers',
  advice: 'We give debt or immigration advice',
};

export const procedures: Labels<typeof PROCEDURE> = {
  whom: 'Who to tell',
  how: 'How to tell them',
  record: 'Where it is written down',
  others: 'When police or social services are told',
};
export const known: Labels<typeof KNOWN> = {
  danger: 'Ring 999 when somebody is in danger',
  council: 'The council’s adult social care number',
  out_of_hours: 'The out-of-hours number',
};
export const helperChecks: Labels<typeof CHECKS> = {
  references: 'We ask for references',
  trial: 'They begin with a trial period',
  two_of_us: 'They talk with two of us first',
  known: 'Somebody we trust has known them for a year or more',
  other: 'We do something else',
};
export const keepings: Labels<typeof KEEPING> = {
  own_login: 'Everybody who opens referrals has a login of their own',
  phone_lock: 'Their phone or computer locks itself',
  no_shared_inbox: 'Nothing is kept in a mailbox that several people read',
  deleted: 'What is noted elsewhere is destroyed when it is no longer needed',
};

type Words = { hint?: string; fix: string };

/** What helps with each question, and what to do when the answer is no. */
export const questions: Readonly<Record<SafeguardingQuestion, Words>> = {
  does: {
    hint: 'Tick all that apply. Nothing here is scored; it decides which questions you are asked.',
    fix: 'If you are not sure about one, ring before you tick it.',
  },
  advice: {
    hint: 'From the Financial Conduct Authority or the immigration adviser register. Leave it out if you only show people the way to an adviser.',
    fix: 'Without a number your group stays listed, and people are shown the way to you but not referred. An advice centre may let you work under its number.',
  },
  lead: {
    fix: 'Choose one calm person who comes often, and ask them. No certificate is needed. Then write their name on your notice board.',
  },
  procedure: {
    hint: 'All four are needed. The page we make for you says all four.',
    fix: 'Tick all four if you take the page we make from your answers: it says them for you.',
  },
  numbers: {
    fix: 'Say it at the start of your next session and pin the page we make beside the door. It has all three numbers.',
  },
  policy: {
    hint: 'One page is enough.',
    fix: 'Print the page made from your answers and read it at your next meeting. Write down that it is your policy.',
  },
  checks: {
    hint: 'One way is enough.',
    fix: 'From now on let two of you talk with a new helper before they begin. That is enough.',
  },
  employs: {
    hint: 'If you do, the law asks for employers’ liability insurance.',
    fix: 'Ask your insurer for employers’ liability of at least £5 million. We can tell you who insures small groups.',
  },
  keeping: {
    hint: 'All four are needed, and somebody at your group who opens referrals.',
    fix: 'Turn the screen lock on and let each person sign in by themselves. Name somebody who opens referrals.',
  },
  limits: {
    hint: 'One line each. Describe the activity, never a kind of person. Link workers see it before they send anybody.',
    fix: 'Think of the last time you felt out of your depth. For example: we cannot help with medicines.',
  },
};

export const safeguardingPage = {
  title: 'Safeguarding basics',
  lede: 'Short questions about how you look after people. Each answer is saved by itself: stop when you like and come back.',
  noReader: 'Name somebody who reads referrals: that can be you',
  left: (count: number) => (count === 1 ? 'One question is left.' : `${count} questions are left.`),
  done: 'You have confirmed your safeguarding basics. Nothing is left here.',
  until: (date: string) => `That counts until ${date}. We remind you before: 60, 30, 14, 7 days and one.`,
  renew: 'Renew for a year, or take your confirmation back',
  takenBack: 'You took your confirmation back, so nobody can be referred to you.',
  soon: 'Some answers are nearly a year old. Read them again and save them.',
  higher:
    'What your group does asks for more questions than these, which your coordinator goes through with you. Ring to arrange it. Your group stays listed meanwhile.',
  elsewhere:
    'These questions are for England. Your nation has its own; until they are here, nobody is referred.',
  answered: 'Answered',
  toDo: 'To\u00a0do',
  notAsked: 'Not asked',
  save: 'Save and go on',
  saved: 'Saved.',
  back: 'Back to all questions',
  group: 'Back to your group',
  fixTitle: 'If the answer is no or not yet',
  policyLink: 'See and print the page made from your answers',
  name: 'Their name',
  role: 'What they do in the group',
  contact: 'Their phone or email for this',
  contactHint: 'For people at your group and your coordinator. It is not shown to the public.',
  deputy: 'Who stands in when they are away? You can leave this out',
  council: 'Adult social care number',
  outOfHours: 'Out-of-hours number',
  kind: 'Which is it?',
  reviewed: 'When did your committee last look at it?',
  number: 'Authorisation number',
  limits: 'What you cannot safely support',
} as const;
