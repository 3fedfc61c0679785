import { type Attributes, type Content, classes, hasContent, type Outer } from './markup.ts';

export type NavigationItem = {
  text: Content;
  href?: string | undefined;
  /** This very page. */
  current?: boolean | undefined;
  /** The part of the site this page belongs to. */
  active?: boolean | undefined;
  /** Drawn but not shown, until a script knows that it is for this reader. */
  hidden?: boolean | undefined;
  attributes?: Attributes | undefined;
};
export type ServiceNavigationProps = Outer & {
  items: readonly NavigationItem[];
  serviceName?: Content;
  serviceUrl?: string | undefined;
  label?: string | undefined;
  menuText?: string | undefined;
  menuLabel?: string | undefined;
  regionLabel?: string | undefined;
  navigationId?: string | undefined;
  navigationClass?: string | undefined;
  /** Whether a phone folds the links behind a Menu button; when there are two or more, if left out. */
  collapse?: boolean | undefined;
  /** Further links that a script may show, such as those of a role. */
  children?: Content;
};

const Item = (item: NavigationItem) => {
  const active = item.current || item.active;
  const Tag = item.href ? 'a' : 'span';
  return (
    <li
      class={classes('govuk-service-navigation__item', active && 'govuk-service-navigation__item--active')}
      hidden={item.hidden}
    >
      <Tag
        {...item.attributes}
        class={item.href ? 'govuk-service-navigation__link' : 'govuk-service-navigation__text'}
        href={item.href}
        aria-current={active ? (item.current ? 'page' : 'true') : undefined}
      >
        {active ? <strong class="govuk-service-navigation__active-fallback">{item.text}</strong> : item.text}
      </Tag>
    </li>
  );
};

const Name = ({ name, url }: { name: Content; url: string | undefined }) => (
  <span class="govuk-service-navigation__service-name">
    {url ? (
      <a href={url} class="govuk-service-navigation__link">
        {name}
      </a>
    ) : (
      <span class="govuk-service-navigation__text">{name}</span>
    )}
  </span>
);

const Links = (props: ServiceNavigationProps) => {
  const menuText = props.menuText ?? 'Menu';
  const id = props.navigationId ?? 'navigation';
  return (
    <nav
      aria-label={props.label ?? menuText}
      class={classes('govuk-service-navigation__wrapper', props.navigationClass)}
    >
      {(props.collapse ?? props.items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuLabel !== menuText ? props.menuLabel : undefined}
          hidden
        >
          {menuText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {props.items.map((item, index) => (
          <Item key={index} {...item} />
        ))}
        {props.children}
      </ul>
    </nav>
  );
};

/** The links at the top of every page; on a phone a script folds them behind a Menu button. */
export const ServiceNavigation = (props: ServiceNavigationProps) => {
  const named = hasContent(props.serviceName);
  const Outer = named ? 'section' : 'div';
  const anyLinks = props.items.length > 0 || hasContent(props.children);
  return (
    <Outer
      {...props.attributes}
      class={classes('govuk-service-navigation', props.class)}
      aria-label={named ? (props.regionLabel ?? 'Service information') : undefined}
    >
      <div class="govuk-width-container">
        <div class="govuk-service-navigation__container">
          {named && <Name name={props.serviceName} url={props.serviceUrl} />}
          {anyLinks && <Links {...props} />}
        </div>
      </div>
    </Outer>
  );
};
