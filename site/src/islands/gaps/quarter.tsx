import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { gapList, type SupplyRow } from '#shared/api/insight.ts';
import type { Quarter as QuarterId } from '#shared/model/quarter.ts';
import type { Snapshot } from '#shared/model/snapshot.ts';
import { evidence as words } from '#shared/text/en/evidence.ts';
import { date } from '#shared/text/en/format.ts';
import { Button } from '#shared/ui/button.tsx';
import { Table } from '#shared/ui/table.tsx';
import type { Call } from '../../lib/api.ts';
import { useLoad } from '../../lib/use-load.ts';
import { Loading } from '../loading.tsx';
import { Refusal } from '../refusal.tsx';
import { CouncilMap } from './council-map.tsx';
import {
  type Beside,
  cellsOf,
  columnsOf,
  findingsOf,
  linesOf,
  quarterCsv,
  quarterName,
  sensitiveText,
  tableName,
} from './quarter-words.ts';
import { saveCsv } from './save-csv.ts';

/** The name of the quarter; takes the focus when somebody has asked for another one. */
function Title({ quarter, isAsked }: { quarter: QuarterId; isAsked: boolean }) {
  const place = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isAsked) place.current?.focus();
  }, [quarter, isAsked]);
  return (
    <h2 class="govuk-heading-m" tabIndex={-1} ref={place}>
      {words.title(quarterName(quarter))}
    </h2>
  );
}

const Findings = ({ findings }: { findings: readonly string[] }) =>
  findings.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{words.most}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </>
  );

/** Numbers stand on the right, and the reasons have room for their words. */
const NUMERIC = ['total', 'before', 'groups', 'referable', 'withRoom'];
const cellIn = (column: string | undefined, content: string) => ({
  content,
  numeric: NUMERIC.includes(column ?? ''),
  ...(column === 'causes' && { class: 'wide-table__words' }),
});

const QuarterTable = ({ shown, beside }: { shown: Snapshot; beside: Beside }) => {
  const columns = columnsOf(shown);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways by itself on a phone, also by keyboard
    <section class="wide-table" aria-label={tableName(shown)} tabIndex={0}>
      <Table
        caption={tableName(shown)}
        captionSize="s"
        class="wide-table__many"
        head={columns.map(([column, said]) => cellIn(column, said))}
        rows={linesOf(shown).map((row) =>
          cellsOf(row, shown, beside).map((content, at) => cellIn(columns[at]?.[0], content)),
        )}
        firstCellIsHeader
      />
    </section>
  );
};

const ShownQuarter = ({ shown, beside }: { shown: Snapshot; beside: Beside }) => (
  <>
    <p class="govuk-body">
      {words.lead} {words.beside}
    </p>
    <Findings findings={findingsOf(shown, beside.before)} />
    <Button
      type="button"
      look="secondary"
      onClick={() => saveCsv(words.file(shown.quarter), quarterCsv(shown, beside))}
    >
      {words.csv}
    </Button>
    <QuarterTable shown={shown} beside={beside} />
    <p class="govuk-body">{sensitiveText}</p>
    <h3 class="govuk-heading-s">{words.map}</h3>
    <CouncilMap shown={shown} />
    <p class="govuk-hint">
      {words.stamp(shown.rule, date(shown.frozenAt))} {words.sources}
    </p>
  </>
);

/** What was missing in a closed quarter, with the quarter before beside it. */
export function Quarter({ call, supply }: { call: Call; supply: readonly SupplyRow[] }) {
  const [asked, ask] = useState<QuarterId | undefined>(undefined);
  const query = asked === undefined ? {} : { quarter: asked };
  const { state, again } = useLoad(() => call(gapList, { query }), asked ?? 'newest');
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <Refusal refused={state.refused} retry={() => void again()} />;
  const { quarters, shown, before } = state.value;
  if (shown === null) return <p class="govuk-body">{words.none}</p>;
  return (
    <>
      <Title quarter={shown.quarter} isAsked={asked !== undefined} />
      <ShownQuarter shown={shown} beside={{ before, supply }} />
      {quarters
        .filter((quarter) => quarter !== shown.quarter)
        .map((quarter) => (
          <Button key={quarter} type="button" look="secondary" onClick={() => ask(quarter)}>
            {words.title(quarterName(quarter))}
          </Button>
        ))}
    </>
  );
}
