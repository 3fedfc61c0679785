import { type Attributes, type Content, classes, type Outer } from './markup.ts';

export type Crumb = { text: Content; href?: string | undefined; attributes?: Attributes | undefined };
export type BreadcrumbsProps = Outer & {
  items: readonly Crumb[];
  label?: string;
  collapseOnMobile?: boolean;
};

const Step = ({ text, href, attributes }: Crumb) =>
  href ? (
    <li class="govuk-breadcrumbs__list-item">
      <a {...attributes} class="govuk-breadcrumbs__link" href={href}>
        {text}
      </a>
    </li>
  ) : (
    <li class="govuk-breadcrumbs__list-item" aria-current="page">
      {text}
    </li>
  );

/** Where this page stands, when it is more than one step from the start. */
export const Breadcrumbs = (props: BreadcrumbsProps) => (
  <nav
    {...props.attributes}
    class={classes(
      'govuk-breadcrumbs',
      props.class,
      props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    )}
    aria-label={props.label ?? 'Breadcrumb'}
  >
    <ol class="govuk-breadcrumbs__list">
      {props.items.map((crumb, index) => (
        <Step key={index} {...crumb} />
      ))}
    </ol>
  </nav>
);
