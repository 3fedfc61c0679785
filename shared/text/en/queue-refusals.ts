import { dateAndTime } from './date-and-time.ts';

/** Told to whoever comes second. */
export const queueRefusals = {
  doneBy: (name: string, at: string) => `${name} did it on ${dateAndTime(at)}.`,
  somebody: 'Somebody',
} as const;
