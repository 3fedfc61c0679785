import type { GroupRole } from '../../api/members.ts';

/** Who looks after a group: leads, and readers of referrals. */
export const members = {
  title: 'Who looks after the group',
  lead: 'Leads keep the listing right. Only readers open referrals, and everybody has a login of their own.',
  noReader: 'Nobody is named to read referrals, so link workers cannot send anybody.',
  readMyself: 'I read them myself',
  here: 'Here now',
  me: (name: string) => `${name} (you)`,
  roles: { group_lead: 'Lead', group_reader: 'Reader of referrals' } satisfies Record<GroupRole, string>,
  name: { group_lead: 'Make them a lead too', group_reader: 'Let them read referrals too' } satisfies Record<
    GroupRole,
    string
  >,
  nameMe: 'Read referrals yourself',
  remove: {
    group_lead: 'Take the lead away',
    group_reader: 'Stop them reading referrals',
  } satisfies Record<GroupRole, string>,
  of: (name: string) => ` from ${name}`,
  sure: {
    group_lead: (name: string) => `${name} can no longer change anything here and is signed out.`,
    group_reader: (name: string) => `${name} can no longer open a referral and is signed out.`,
  } satisfies Record<GroupRole, (name: string) => string>,
  onlyLead: 'Nobody else leads the group. To step back, name another lead first.',
  lastReader: 'Nobody else reads referrals: link workers cannot send anybody until you name somebody.',
  yes: 'Yes, take it away',
  no: 'Leave it as it is',
  waiting: 'Invited, not here yet',
  until: (role: string, day: string) => `${role}. The link works until ${day}.`,
  over: (role: string) => `${role}. The link has run out.`,
  invited: {
    again: 'Send another link',
    sentAgain: (email: string) => `Another link is on its way to ${email}.`,
    takeBack: 'Take the invitation back',
    takenBack: () => 'Taken back. The link lets nobody in.',
  },
  invite: 'Invite somebody',
  email: 'Their email address',
  emailHint: 'They get a link that works once, for two days.',
  role: 'What do they come to do?',
  roleHints: {
    group_lead: 'Keeps the listing right and says how much room there is. Sees no referrals.',
    group_reader: 'Opens and answers referrals.',
  } satisfies Record<GroupRole, string>,
  submit: 'Send the invitation',
  opensFrom: (when: string) =>
    `New as a reader: can answer now, and open contact details from ${when}. Your coordinator can end that sooner, after a call.`,
  news: {
    named: 'Done. They see it when they next sign in.',
    reads: 'Done. You can open referrals now.',
    removed: 'Done. They are signed out.',
    invited: (email: string) => `A link is on its way to ${email}.`,
  },
} as const;
