import { addDays, dayOf } from '#shared/model/civil-time.ts';

/** All that tier 1 asks, answered; the committee looked at its policy three weeks before `now`. */
export const allAnswers = (now: string) => ({
  does: ['always_two'],
  lead: { name: 'Rosa Finch', role: 'Treasurer', contact: '07700 900161', deputy: null },
  procedure: ['whom', 'how', 'record', 'others'],
  numbers: {
    known: ['danger', 'council', 'out_of_hours'],
    adultSocialCare: '0161 496 0101',
    outOfHours: '0161 496 0102',
  },
  policy: { kind: 'portal', reviewedOn: addDays(dayOf(now), -21) },
  checks: ['two_of_us'],
  employs: { anybody: false, insuredUntil: null },
  keeping: ['own_login', 'phone_lock', 'no_shared_inbox', 'deleted'],
  limits: ['We cannot help with medicines'],
});
