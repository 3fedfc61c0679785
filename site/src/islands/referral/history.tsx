import type { TimelineEntry } from '#shared/api/referrals.ts';
import { dateAndTime } from '#shared/text/en/format.ts';
import { declineReasons, notStartedReasons, outcomes, withdrawReasons } from '#shared/text/en/reasons.ts';
import { referralPage as words } from '#shared/text/en/referral-page.ts';
import { nudgeWords, timeline } from '#shared/text/en/timeline.ts';
import { Timeline } from '#shared/ui/timeline.tsx';

const REASONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'referral.declined': declineReasons,
  'referral.not_started': notStartedReasons,
  'referral.completed': outcomes,
  'referral.withdrawn': withdrawReasons,
  'referral.nudged': nudgeWords,
};
const TITLES: Readonly<Record<string, string>> = timeline;

/** What happened, newest first, with the coded reason in words. An event this page does not know is left out. */
export const History = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <section aria-labelledby="history-title">
    <h2 class="govuk-heading-m" id="history-title">
      {words.timeline}
    </h2>
    <Timeline
      items={entries
        .filter(({ type }) => type in TITLES)
        .toSorted((a, b) => b.at.localeCompare(a.at))
        .map(({ type, at, by, code }) => ({
          title: TITLES[type],
          at,
          when: dateAndTime(at),
          by,
          children: code === null ? undefined : REASONS[type]?.[code],
        }))}
    />
  </section>
);
