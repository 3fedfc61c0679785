import { AreaSettings } from '#shared/model/area.ts';

/**
 * The settings of the two demonstration areas. Every number is from the ranges kept for drama, so that
 * nobody's phone rings; the real ones are asked for by `place init` before going live.
 */
export const AREAS: readonly AreaSettings[] = [
  AreaSettings.parse({
    area: 'manchester',
    name: 'Manchester',
    nation: 'england',
    timeZone: 'Europe/London',
    councils: [
      {
        code: 'E08000003',
        name: 'Manchester',
        adultSocialCare: '0161 496 0101',
        outOfHours: '0161 496 0102',
        crisis: '0808 157 0101',
        linkWorkers: '0161 496 0103',
      },
    ],
    coordinator: {
      name: 'Cobbled Yard Groups Support',
      phone: '0161 496 0110',
      email: 'coordinator@demo.example',
    },
    mailFrom: 'manchester@portal.example.org',
    goneLive: '2026-01-01T00:00:00.000Z',
  }),
  AreaSettings.parse({
    area: 'shropshire',
    name: 'Shropshire',
    nation: 'england',
    timeZone: 'Europe/London',
    councils: [
      {
        code: 'E06000051',
        name: 'Shropshire',
        adultSocialCare: '01632 960101',
        outOfHours: '01632 960102',
        crisis: '0808 157 0102',
        linkWorkers: '01632 960103',
      },
    ],
    coordinator: {
      name: 'Far Hills Groups Support',
      phone: '01632 960110',
      email: 'coordinator-shropshire@demo.example',
    },
    mailFrom: 'shropshire@portal.example.org',
    goneLive: '2026-01-01T00:00:00.000Z',
  }),
];
