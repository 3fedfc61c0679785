const DURATION =
  /^P(?!$)(?:(\d{1,4})W|(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?(?:T(?!$)(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?)$/;

/** The furthest one step may go: long enough for every retention rule, short enough to end. */
export const LONGEST_DAYS = 3700;

/**
 * The instant an ISO 8601 duration (`P1D`, `PT20M`, `P1Y2M`, `P2W`) after `from`, months and years by the
 * UTC calendar. Undefined when the text is no duration or goes further than LONGEST_DAYS.
 */
export function addDuration(from: Date, duration: string): Date | undefined {
  const match = DURATION.exec(duration);
  if (!match) return undefined;
  const [weeks, years, months, days, hours, minutes, seconds] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const to = new Date(from);
  to.setUTCFullYear(to.getUTCFullYear() + (years ?? 0), to.getUTCMonth() + (months ?? 0));
  to.setUTCDate(to.getUTCDate() + (weeks ?? 0) * 7 + (days ?? 0));
  to.setTime(to.getTime() + (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000);
  return to.getTime() - from.getTime() > LONGEST_DAYS * 86_400_000 ? undefined : to;
}
