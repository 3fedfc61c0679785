import { type SupplyRow, supply } from '#shared/api/insight.ts';
import { ago } from '#shared/text/en/format.ts';
import { gaps as words } from '#shared/text/en/gaps.ts';
import { needs } from '#shared/text/en/needs.ts';
import { Button } from '#shared/ui/button.tsx';
import { Details } from '#shared/ui/details.tsx';
import { Table } from '#shared/ui/table.tsx';
import { csv } from '../lib/csv.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { Quarter } from './gaps/quarter.tsx';
import { saveCsv } from './gaps/save-csv.ts';
import { Loading } from './loading.tsx';
import { RefusedPage } from './refused-page.tsx';

const COLUMNS = ['groups', 'services', 'referable', 'withRoom', 'unknownRoom'] as const;

/** The table as a spreadsheet reads it: the same words and the same numbers. */
export const supplyCsv = (rows: readonly SupplyRow[]): string =>
  csv([
    [words.columns.council, words.columns.need, ...COLUMNS.map((column) => words.columns[column])],
    ...rows.map((row) => [row.councilName, needs[row.need], ...COLUMNS.map((column) => row[column])]),
  ]);

const Missing = ({ rows }: { rows: readonly SupplyRow[] }) => {
  const missing = rows.filter(({ referable }) => referable === 0);
  if (missing.length === 0) return <p class="govuk-body">{words.noWorst}</p>;
  return (
    <>
      <h2 class="govuk-heading-m">{words.worst}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map(({ council, councilName, need }) => (
          <li key={`${council}${need}`}>{words.none(needs[need], councilName)}</li>
        ))}
      </ul>
    </>
  );
};

const Explained = () => (
  <Details summary={words.explain.summary}>
    <ul class="govuk-list govuk-list--bullet">
      {COLUMNS.map((column) => (
        <li key={column}>{words.explain[column]}</li>
      ))}
    </ul>
  </Details>
);

/** The cells of a row. An area of one council says which one above the table, not twelve times in it. */
const cellsOf = (row: SupplyRow, hasCouncils: boolean) => [
  ...(hasCouncils ? [{ content: row.councilName }] : []),
  { content: needs[row.need] },
  ...COLUMNS.map((column) => ({ content: row[column], numeric: true })),
];

const SupplyTable = ({ rows }: { rows: readonly SupplyRow[] }) => {
  const councils = [...new Set(rows.map(({ councilName }) => councilName))];
  const hasCouncils = councils.length > 1;
  const caption = hasCouncils ? words.table : words.tableOf(councils.join());
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways by itself on a phone, also by keyboard
    <section class="wide-table" aria-label={caption} tabIndex={0}>
      <Table
        caption={caption}
        captionSize="m"
        head={[
          ...(hasCouncils ? [{ content: words.columns.council }] : []),
          { content: words.columns.need },
          ...COLUMNS.map((column) => ({ content: words.columns[column], numeric: true })),
        ]}
        rows={rows.map((row) => cellsOf(row, hasCouncils))}
        firstCellIsHeader
      />
    </section>
  );
};

/** What there is, exactly: groups, activities and room by need and council; nobody is counted here. */
const Supply = ({ rows, counted }: { rows: readonly SupplyRow[]; counted: string }) => (
  <>
    <h2 class="govuk-heading-l">{words.supplyTitle}</h2>
    <p class="govuk-body">
      {words.lead} {counted}
    </p>
    {rows.length === 0 ? (
      <p class="govuk-body">{words.notCounted}</p>
    ) : (
      <>
        <Missing rows={rows} />
        <Button type="button" look="secondary" onClick={() => saveCsv(words.file, supplyCsv(rows))}>
          {words.csv}
        </Button>
        <SupplyTable rows={rows} />
        <Explained />
      </>
    )}
  </>
);

/** For a commissioner: what was missing in closed quarters with what there is beside it, then all there is. */
export function Gaps({ call }: PageProps) {
  const { state, again } = useLoad(() => call(supply), 'supply');
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  const { rows, countedAt, now } = state.value;
  return (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <Quarter call={call} supply={rows} />
      <Supply
        rows={rows.filter(({ council }) => council !== null)}
        counted={countedAt === null ? '' : words.counted(ago(countedAt, now))}
      />
    </>
  );
}
