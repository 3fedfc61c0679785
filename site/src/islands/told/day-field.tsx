import { addDays, dayOf } from '#shared/model/civil-time.ts';
import { introductions as words } from '#shared/text/en/introductions.ts';
import { Select } from '#shared/ui/select.tsx';

/** When it was: today, unless somebody says another of the last days. */
export const DayField = ({ now }: { now: string }) => (
  <Select
    id="on"
    label={words.on}
    items={words.days.map((text, days) => ({ text, value: addDays(dayOf(now), -days) }))}
  />
);
