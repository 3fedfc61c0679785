import type { HowChecked, WhyReturned } from '../../model/registration.ts';

/** The coordinator's check of a group: security rests on not using the number that was typed in. */
export const groupChecks = {
  rule: 'Ring the number in the public register, not one the group gave you. Without a register entry, visit, ring the venue, or ring somebody you know who knows them.',
  when: 'When and where',
  lead_: 'Asks for you',
  mail: 'Email',
  twin: 'A group of this name is listed in this postcode district already.',
  twinFrom: (directory: string) =>
    `A group of this name is listed from ${directory}. Nobody has claimed that page yet.`,
  same: 'Is it the same group?',
  sames: {
    yes: 'Yes. What is listed becomes theirs to keep',
    no: 'No, these are two groups',
  },
  sameProblem: 'Say whether it is the same group',
  see: 'See that group',
  what: 'What did you find?',
  hows: {
    rang_register_number: 'It is who it says: I rang the number in the register',
    visited: 'It is who it says: I visited',
    venue_rung: 'It is who it says: I rang the venue',
    voucher: 'It is who it says: somebody I know spoke for it',
  } satisfies Record<HowChecked, string>,
  note: 'With whom did you speak, or what did you see?',
  submit: 'List this group',
  done: (group: string) => `${group} is checked. The lead has a mail.`,
  back: 'Or send it back',
  reasons: {
    not_reached: 'I could not reach anybody',
    listed_already: 'It is listed already',
    not_a_group: 'It is not a group people can join',
    not_here: 'It is not in our area',
    not_who_they_say: 'It is not who it says',
  } satisfies Record<WhyReturned, string>,
  reason: 'Why does it go back?',
  returnIt: 'Send it back',
  returned: (group: string) => `${group} went back. The lead has a mail.`,
} as const;
