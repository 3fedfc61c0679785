import { type Attributes, type Content, classes, hasContent, type Outer } from './markup.ts';

export type PageLink = {
  href: string;
  text?: Content;
  label?: string | undefined;
  attributes?: Attributes | undefined;
};
export type PageItem =
  | {
      number: string | number;
      href: string;
      current?: boolean;
      spoken?: string;
      attributes?: Attributes | undefined;
    }
  | { ellipsis: true };
export type PaginationProps = Outer & {
  previous?: PageLink | undefined;
  next?: PageLink | undefined;
  items?: readonly PageItem[] | undefined;
  label?: string | undefined;
};

const ARROW = { prev: 'M8 1L2 7l6 6M2 7h13', next: 'M7 1l6 6-6 6M13 7H0' } as const;
const WORD = { prev: 'Previous', next: 'Next' } as const;
type Way = 'prev' | 'next';

const Arrow = ({ way }: { way: Way }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 14"
  >
    <path d={ARROW[way]} fill="none" stroke="currentColor" stroke-width="2" />
  </svg>
);

const Step = ({ way, link, block }: { way: Way; link: PageLink; block: boolean }) => (
  <div class={`govuk-pagination__${way}`}>
    <a {...link.attributes} class="govuk-link govuk-pagination__link" href={link.href} rel={way}>
      {(block || way === 'prev') && (
        <>
          <Arrow way={way} />{' '}
        </>
      )}
      <span
        class={classes(
          'govuk-pagination__link-title',
          block && !link.label && 'govuk-pagination__link-title--decorated',
        )}
      >
        {hasContent(link.text) ? (
          link.text
        ) : (
          <>
            {WORD[way]}
            <span class="govuk-visually-hidden"> page</span>
          </>
        )}
      </span>
      {link.label && block && (
        <>
          {' '}
          <span class="govuk-visually-hidden">:</span>{' '}
          <span class="govuk-pagination__link-label">{link.label}</span>
        </>
      )}
      {!block && way === 'next' && (
        <>
          {' '}
          <Arrow way={way} />
        </>
      )}
    </a>
  </div>
);

const Item = ({ item }: { item: PageItem }) =>
  'ellipsis' in item ? (
    <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  ) : (
    <li class={classes('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        {...item.attributes}
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.spoken ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
      >
        {item.number}
      </a>
    </li>
  );

/** The way through a long list, a page at a time. */
export const Pagination = (props: PaginationProps) => {
  const block = props.items === undefined;
  return (
    <nav
      {...props.attributes}
      class={classes('govuk-pagination', block && 'govuk-pagination--block', props.class)}
      aria-label={props.label ?? 'Pagination'}
    >
      {props.previous && <Step way="prev" link={props.previous} block={block} />}
      {props.items && (
        <ul class="govuk-pagination__list">
          {props.items.map((item, index) => (
            <Item key={index} item={item} />
          ))}
        </ul>
      )}
      {props.next && <Step way="next" link={props.next} block={block} />}
    </nav>
  );
};
