import type { Lack } from '../../model/go-live.ts';

/** The page on which a coordinator says whom to ring in the area. */
export const place = {
  title: (area: string) => `Whom to ring in ${area}`,
  lead: 'Everybody who meets somebody in danger is shown these numbers. Ring each of them before you save it.',
  council: (name: string) => `In the area of ${name}`,
  fields: {
    adultSocialCare: 'Adult social care, in office hours',
    outOfHours: 'Adult social care, evenings and weekends',
    crisis: 'Mental health crisis line',
    linkWorkers: 'How to reach the link workers',
  } satisfies Record<Lack['what'], string>,
  linkWorkersHint: 'A number or an address that anybody may use.',
  keep: {
    adultSocialCare: 'Enter the number of adult social care',
    outOfHours: 'Enter the number for evenings and weekends',
    crisis: 'Enter the number of the crisis line',
    linkWorkers: 'Say how to reach the link workers',
  } satisfies Record<Lack['what'], string>,
  coordinator: 'Whom groups and link workers ring',
  name: 'Name of your organisation',
  phone: 'Phone number',
  email: 'Email address',
  emailHint: 'We write here when a group waits for a check.',
  save: 'Save',
  saved: 'Saved. The public pages show it within a minute.',
  notLive: 'Your area takes no referrals yet.',
  lacks: 'These are missing:',
  lack: (what: string, council: string) => `${what} (${council})`,
  ready: 'All numbers are there. The operator opens the area when the go-live list is signed.',
  live: (day: string) => `Your area takes referrals since ${day}.`,
} as const;
