/**
 * Reads a time as people write it (`2pm`, `2.30 pm`, `14:30`, `1430`, `midday`) into `14:30`.
 * Empty text when it is no time of day; a bare `2` is refused, for it may mean either half of the day.
 */
export function timeOfDay(typed: string): string {
  const words = typed.trim().toLowerCase().replaceAll(' ', '');
  if (words === 'midday' || words === 'noon') return '12:00';
  const match = /^(\d{1,2})(?:[:.]?([0-5]\d))?(am|pm)?$/.exec(words);
  if (match === null) return '';
  const [, hours = '', minutes, half] = match;
  if (half === undefined && minutes === undefined) return '';
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return '';
  if (hour > 23) return '';
  const shift = half === 'pm' ? 12 : 0;
  const civil = half === undefined ? hour : (hour % 12) + shift;
  return `${String(civil).padStart(2, '0')}:${minutes ?? '00'}`;
}
