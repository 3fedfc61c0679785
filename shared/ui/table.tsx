import { type Attributes, type Content, classes, hasContent, type Outer, type TextSize } from './markup.ts';

export type Cell = {
  content: Content;
  numeric?: boolean | undefined;
  class?: string | undefined;
  colspan?: number | undefined;
  rowspan?: number | undefined;
  attributes?: Attributes | undefined;
};
export type TableProps = Outer & {
  caption?: Content;
  captionSize?: TextSize | undefined;
  captionClass?: string | undefined;
  head?: readonly Cell[] | undefined;
  rows: readonly (readonly Cell[])[];
  /** The first cell of each row names the row. */
  firstCellIsHeader?: boolean;
};

const Head = ({ cell }: { cell: Cell }) => (
  <th
    {...cell.attributes}
    scope="col"
    class={classes('govuk-table__header', cell.numeric && 'govuk-table__header--numeric', cell.class)}
    colSpan={cell.colspan}
    rowSpan={cell.rowspan}
  >
    {cell.content}
  </th>
);

const Body = ({ cell, header }: { cell: Cell; header: boolean }) =>
  header ? (
    <th
      {...cell.attributes}
      scope="row"
      class={classes('govuk-table__header', cell.class)}
      colSpan={cell.colspan}
      rowSpan={cell.rowspan}
    >
      {cell.content}
    </th>
  ) : (
    <td
      {...cell.attributes}
      class={classes('govuk-table__cell', cell.numeric && 'govuk-table__cell--numeric', cell.class)}
      colSpan={cell.colspan}
      rowSpan={cell.rowspan}
    >
      {cell.content}
    </td>
  );

/** Rows and columns to compare. Numbers stand on the right. */
export const Table = (props: TableProps) => (
  <table {...props.attributes} class={classes('govuk-table', props.class)}>
    {hasContent(props.caption) && (
      <caption
        class={classes(
          'govuk-table__caption',
          props.captionSize && `govuk-table__caption--${props.captionSize}`,
          props.captionClass,
        )}
      >
        {props.caption}
      </caption>
    )}
    {props.head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {props.head.map((cell, index) => (
            <Head key={index} cell={cell} />
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {props.rows.map((row, index) => (
        <tr key={index} class="govuk-table__row">
          {row.map((cell, column) => (
            <Body key={column} cell={cell} header={column === 0 && props.firstCellIsHeader === true} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
