import { declineReasons, notStartedReasons, outcomes, withdrawReasons } from '#shared/text/en/reasons.ts';
import { referralPage as words } from '#shared/text/en/referral-page.ts';
import { nudgeWords, timeline } from '#shared/text/en/timeline.ts';
import { TimelineEntry } from '#shared/ui/timeline.tsx';
import { type FieldsProps, hole } from '../../lib/drawn-marks.ts';
import { Each } from '../each.tsx';
import { When, Words } from '../when.tsx';

const REASONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'referral.declined': declineReasons,
  'referral.not_started': notStartedReasons,
  'referral.completed': outcomes,
  'referral.withdrawn': withdrawReasons,
  'referral.nudged': nudgeWords,
};
/** The same code may mean another thing after another event. */
const CODED = Object.fromEntries(
  Object.entries(REASONS).flatMap(([type, reasons]) =>
    Object.entries(reasons).map(([code, text]) => [`${type}:${code}`, text]),
  ),
);
const KNOWN = Object.keys(timeline)
  .map((type) => `type=${type}`)
  .join(' ');

/** What happened, in the order it is given. An event this page does not know is left out. */
export const HistoryList = (_: Pick<FieldsProps, 'options'>) => (
  <section aria-labelledby="history-title">
    <h2 class="govuk-heading-m" id="history-title">
      {words.timeline}
    </h2>
    <ol class="timeline">
      <Each of="entries">
        <When is={KNOWN}>
          <TimelineEntry
            title={<Words of="type" words={timeline} />}
            at={hole('at')}
            when={hole('when')}
            by={<When is="by"> by {hole('by')}</When>}
          >
            <Words of="reason" words={CODED} />
          </TimelineEntry>
        </When>
      </Each>
    </ol>
  </section>
);
