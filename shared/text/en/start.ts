/** The page after signing in: each role's tasks. */
export const start = {
  title: 'Your tasks',
  hello: (name: string) => `Hello ${name}`,
  in: (area: string) => `You are working in ${area}.`,
  none: 'You have no role yet. Ask your local coordinator to invite you to your group or team.',
  /** How much waits behind a task; `more` when not all of it was counted. */
  waits: (count: number, more: boolean) => {
    if (count === 0) return 'Nothing needs you now';
    if (more) return `${count} or more need you now`;
    return count === 1 ? '1 needs you now' : `${count} need you now`;
  },
  tasks: {
    find: {
      nav: 'Find a group',
      title: 'Find a group with room',
      hint: 'Search near a postcode, then send a referral',
    },
    caseload: {
      nav: 'Caseload',
      title: 'Referrals you have sent',
      hint: 'See what waits for you and what has happened',
    },
    inbox: {
      nav: 'Inbox',
      title: 'Referrals to your group',
      hint: 'Say yes or no, and record how it went',
    },
    my_group: {
      nav: 'My group',
      title: 'Your group’s room and listing',
      hint: 'Say how much space there is, and keep the listing right',
    },
    my_grants: {
      nav: 'Grants',
      title: 'Small grants for your group',
      hint: 'See which funds fit your group, which nearly do, and what to do next',
    },
    grants_admin: {
      nav: 'Grants to check',
      title: 'Keep the grants true',
      hint: 'Compare each fund with the funder’s page, add new ones, take old ones away',
    },
    queue: {
      nav: 'To do',
      title: 'What waits for you',
      hint: 'Groups to ring and to check, funds to look at again, what link workers miss',
    },
    people: {
      nav: 'People',
      title: 'Who may sign in',
      hint: 'Invite people, see when they last signed in, and close the account of somebody who leaves',
    },
    place: {
      nav: 'Numbers',
      title: 'Whom to ring in your area',
      hint: 'Keep the numbers right that people in danger are shown',
    },
    gaps: {
      nav: 'What is missing',
      title: 'What is missing and what there is',
      hint: 'Closed quarters by need and council, with groups and space beside them',
    },
  },
} as const;
