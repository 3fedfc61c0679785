import type { Attributes } from '#shared/ui/markup.ts';
import { type PageItem, Pagination } from '#shared/ui/pagination.tsx';
import { ServiceNavigation } from '#shared/ui/service-navigation.tsx';
import type { SummaryAction } from '#shared/ui/summary-actions.tsx';
import { SummaryCard } from '#shared/ui/summary-card.tsx';
import { SummaryList } from '#shared/ui/summary-list.tsx';
import { Table } from '#shared/ui/table.tsx';
import { type Task, TaskList } from '#shared/ui/task-list.tsx';
import {
  type Adapter,
  adapter,
  because,
  besidesSize,
  content,
  heading,
  type Labelled,
  sizeOf,
  type Words,
} from '../fixture.tsx';

const outer = ({ classes, attributes }: Labelled) => ({ class: classes, attributes });

type Action = Labelled & { href: string; visuallyHiddenText?: string };
type Row = {
  key: Labelled;
  value: Labelled;
  actions?: { items?: Action[]; classes?: string };
  classes?: string;
};
type SummaryOptions = Labelled & {
  rows?: (Row | null)[];
  card?: Labelled & { title?: Labelled & { headingLevel?: number }; actions?: { items?: Action[] } };
};
const action = (given: Action): SummaryAction => ({
  text: content(given),
  href: given.href,
  hidden: given.visuallyHiddenText,
  class: given.classes,
  attributes: given.attributes,
});

function drawSummary(o: SummaryOptions) {
  const rows = (o.rows ?? []).filter((row) => row !== null && typeof row === 'object');
  const list = (
    <SummaryList
      {...outer(o)}
      about={content(o.card?.title)}
      rows={rows.map((row) => ({
        key: content(row.key),
        value: content(row.value),
        actions: row.actions?.items?.map(action),
        class: row.classes,
        keyClass: row.key.classes,
        valueClass: row.value.classes,
        actionsClass: row.actions?.classes,
      }))}
    />
  );
  if (o.card === undefined) return list;
  const level = heading(o.card.title?.headingLevel);
  return (
    <SummaryCard
      {...outer(o.card)}
      title={content(o.card.title)}
      {...(level && { heading: level })}
      actions={o.card.actions?.items?.map(action)}
    >
      {list}
    </SummaryCard>
  );
}

type Step = Words & { href?: string; labelText?: string; attributes?: Attributes };
type Page = {
  number?: number | string;
  href?: string;
  current?: boolean;
  ellipsis?: boolean;
  visuallyHiddenText?: string;
};
type PaginationOptions = Labelled & {
  previous?: Step;
  next?: Step;
  items?: (Page | null)[];
  landmarkLabel?: string;
};
const step = (given: Step | undefined) =>
  given?.href
    ? { href: given.href, text: content(given), label: given.labelText, attributes: given.attributes }
    : undefined;
const page = (given: Page): PageItem =>
  given.ellipsis
    ? { ellipsis: true }
    : {
        number: given.number ?? '',
        href: given.href ?? '',
        current: given.current === true,
        ...(given.visuallyHiddenText && { spoken: given.visuallyHiddenText }),
      };

// A list of fixtures may hold holes of every kind.
const isPage = (item: Page | null): item is Page =>
  item !== null && typeof item === 'object' && Object.keys(item).length > 0;

type CellOptions = Labelled & { format?: string; colspan?: number; rowspan?: number };
type TableOptions = Labelled & {
  caption?: string;
  captionClasses?: string;
  head?: CellOptions[];
  rows: (CellOptions[] | null | false)[];
  firstCellIsHeader?: boolean;
};
const cell = (given: CellOptions) => ({
  content: content(given),
  numeric: given.format === 'numeric',
  class: given.classes,
  colspan: given.colspan,
  rowspan: given.rowspan,
  attributes: given.attributes,
});

type NavigationOptions = Labelled & {
  navigation?: (Words & { href?: string; current?: boolean; active?: boolean; attributes?: Attributes })[];
  serviceName?: string;
  serviceUrl?: string;
  ariaLabel?: string;
  menuButtonText?: string;
  menuButtonLabel?: string;
  navigationLabel?: string;
  navigationId?: string;
  navigationClasses?: string;
  collapseNavigationOnMobile?: boolean;
};
type TaskOptions = Labelled & {
  idPrefix?: string;
  items: ({
    title: Labelled;
    href?: string;
    hint?: Words;
    classes?: string;
    status: Labelled & { tag?: Labelled };
  } | null)[];
};
const COLOUR = /govuk-tag--(grey|green|teal|blue|purple|magenta|red|orange|yellow)/;
function tagOf(tag: Labelled | undefined): Task['tag'] {
  if (tag === undefined) return undefined;
  const colour = COLOUR.exec(tag.classes ?? '')?.[1];
  switch (colour) {
    case 'blue':
    case 'green':
    case 'grey':
    case 'magenta':
    case 'orange':
    case 'purple':
    case 'red':
    case 'teal':
    case 'yellow':
      return colour;
    default:
      return 'plain';
  }
}

const SLOTS = 'A slot of raw HTML: ours takes items and children.';

/** Lists, tables and menus. */
export const listAdapters: readonly Adapter[] = [
  adapter<SummaryOptions>({ component: 'summary-list', draw: drawSummary }),
  adapter<PaginationOptions>({
    component: 'pagination',
    draw: (o) => (
      <Pagination
        {...outer(o)}
        previous={step(o.previous)}
        next={step(o.next)}
        items={o.items?.filter(isPage).map(page)}
        label={o.landmarkLabel}
      />
    ),
  }),
  adapter<TableOptions>({
    component: 'table',
    draw: (o) => (
      <Table
        {...outer(o)}
        caption={o.caption}
        captionSize={sizeOf(o.captionClasses)}
        captionClass={besidesSize(o.captionClasses)}
        head={o.head?.map(cell)}
        rows={o.rows.filter((row) => Array.isArray(row)).map((row) => row.map(cell))}
        firstCellIsHeader={o.firstCellIsHeader === true}
      />
    ),
  }),
  adapter<NavigationOptions>({
    component: 'service-navigation',
    draw: (o) => (
      <ServiceNavigation
        {...outer(o)}
        items={(o.navigation ?? [])
          .filter((item) => item !== null && typeof item === 'object')
          .map((item) => ({ ...item, text: content(item) }))}
        serviceName={o.serviceName}
        serviceUrl={o.serviceUrl}
        regionLabel={o.ariaLabel}
        menuText={o.menuButtonText}
        menuLabel={o.menuButtonLabel}
        label={o.navigationLabel}
        navigationId={o.navigationId}
        navigationClass={o.navigationClasses}
        collapse={o.collapseNavigationOnMobile}
      />
    ),
    ignore: { 'aria-hidden': 'The hidden attribute of the Menu button says the same.' },
    unsupported: because(SLOTS, [
      'with language navigation',
      'with right-aligned language navigation',
      'inverse with language navigation',
      'with slotted content',
      'with `inline` end slot',
    ]),
  }),
  adapter<TaskOptions>({
    component: 'task-list',
    unsupported: {
      'custom classes': 'A status is a word or a tag in one of our colours.',
      'custom attributes': 'A status is a word or a tag in one of our colours.',
      'with empty values':
        'Nothing in a list means nothing: the ids of what follows count from what is there.',
    },
    draw: (o) => (
      <TaskList
        {...outer(o)}
        idPrefix={o.idPrefix}
        items={o.items
          .filter((item) => item !== null && typeof item === 'object')
          .map(({ title, href, hint, classes, status }) => ({
            title: content(title),
            href,
            hint: content(hint),
            class: classes,
            titleClass: title.classes,
            status: content(status.tag ?? status),
            tag: tagOf(status.tag),
            cannotStart: status.classes?.includes('cannot-start-yet'),
          }))}
      />
    ),
  }),
];
