const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The civil day in London so many days from now, as YYYY-MM-DD; `now` when a test has moved the clock. */
export const dayFromNow = (days: number, now: Date = new Date()): string =>
  LONDON.format(new Date(now.getTime() + days * 86_400_000));
