import type { Role } from '../../model/roles.ts';

/** Inviting somebody to a role, and the page behind the link in the mail. */
export const invites = {
  /** What somebody is asked to be, after "as". */
  as: {
    group_lead: 'a lead',
    group_reader: 'a referral reader',
    link_worker: 'a link worker',
    lw_manager: 'a manager of link workers',
    coordinator: 'a coordinator',
    commissioner: 'a commissioner',
  } satisfies Record<Role, string>,
  /** What each comes to do, on the page of the link. */
  does: {
    group_lead: 'You keep the listing right and say how much room there is.',
    group_reader: 'You open and answer referrals.',
    link_worker: 'You find groups with room and introduce people to them.',
    lw_manager: 'You see the referrals of the whole team and look after who is in it.',
    coordinator: 'You check groups, help them get ready and look after who may sign in.',
    commissioner: 'You see what is missing and why. You never see a person.',
  } satisfies Record<Role, string>,
  page: {
    title: (where: string) => `You are invited to ${where}`,
    asked: (as: string, where: string) => `You have been asked to join ${where} as ${as}.`,
    address: 'Your email address',
    name: 'What is your name?',
    nameHint: 'The people you work with see this name.',
    phone: 'Your phone number at work',
    phoneHint: 'Groups ring you here before they say yes to a referral.',
    phoneProblem: 'Enter a phone number, like 0161 496 0000',
    what: 'When you press the button you can sign in. If you do not want to, close this page.',
    submit: 'Yes, I will join',
    problem: 'Look at this again',
    done: {
      title: 'Welcome. You can sign in now.',
      email: (email: string) => `Sign in with ${email} within 30 days.`,
      signIn: 'Sign in',
    },
    gone: {
      title: 'This invitation was taken back',
      text: 'Ask whoever invited you, or ring the coordinator.',
    },
  },
} as const;
