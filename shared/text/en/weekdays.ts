import type { Schedule } from '../../model/service.ts';

/** The days of the week by their calendar codes, Monday first. */
export const weekdays: Readonly<Record<Schedule['weekday'], string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
