import { Button } from '#shared/ui/button.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { LinkButton } from '#shared/ui/link-button.tsx';
import type { Attributes } from '#shared/ui/markup.ts';
import { NotificationBanner } from '#shared/ui/notification-banner.tsx';
import { Panel } from '#shared/ui/panel.tsx';
import { type Adapter, adapter, because, content, heading, type Labelled, type Words } from '../fixture.tsx';

type ButtonOptions = Labelled & {
  href?: string;
  type?: 'submit' | 'button' | 'reset';
  id?: string;
  name?: string;
  value?: string;
  disabled?: boolean;
};
type SummaryOptions = Labelled & {
  titleText?: string;
  titleHtml?: string;
  descriptionText?: string;
  descriptionHtml?: string;
  errorList?: (Words & { href?: string; attributes?: Attributes })[];
};
type BannerOptions = Labelled & {
  type?: string;
  titleText?: string;
  titleHtml?: string;
  titleHeadingLevel?: number;
  titleId?: string;
  role?: 'region' | 'alert';
};
type PanelOptions = Labelled & { titleText?: string; titleHtml?: string; headingLevel?: number };

const outer = ({ classes, attributes }: Labelled) => ({ class: classes, attributes });
const title = (o: { titleText?: string; titleHtml?: string }) =>
  content({ ...(o.titleText && { text: o.titleText }), ...(o.titleHtml && { html: o.titleHtml }) });

const NO_FOCUS = 'Whoever shows it moves the focus; no attribute asks a script to.';

/** Buttons and messages. */
export const blockAdapters: readonly Adapter[] = [
  adapter<ButtonOptions>({
    component: 'button',
    draw: ({ href, type, ...o }) =>
      href ? (
        <LinkButton {...outer(o)} href={href} {...(o.id && { id: o.id })}>
          {content(o)}
        </LinkButton>
      ) : (
        <Button
          {...outer(o)}
          {...(type && { type })}
          {...(o.id && { id: o.id })}
          {...(o.name && { name: o.name })}
          {...(o.value && { value: o.value })}
          {...(o.disabled && { disabled: true })}
        >
          {content(o)}
        </Button>
      ),
    ignore: {
      role: 'A link that goes somewhere stays a link to a screen reader; `role=button` would promise the Space key.',
      'data-prevent-double-click':
        'A form is never sent twice by its idempotency key, not by a timer on a button.',
    },
    unsupported: {
      start: 'No page has a start button: a task begins with an ordinary link or button.',
      'start link': 'No page has a start button.',
      'start link with html': 'No page has a start button.',
    },
  }),
  adapter<SummaryOptions>({
    component: 'error-summary',
    draw: (o) => (
      <ErrorSummary
        {...outer(o)}
        title={title(o)}
        errors={(o.errorList ?? []).map(({ href, attributes, ...words }) => ({
          text: content(words),
          href,
          attributes,
        }))}
      >
        {content({
          ...(o.descriptionText && { text: o.descriptionText }),
          ...(o.descriptionHtml && { html: o.descriptionHtml }),
        })}
      </ErrorSummary>
    ),
    ignore: {
      tabindex: 'Ours can take the focus at once; theirs is given the attribute by script.',
      'data-disable-auto-focus': NO_FOCUS,
    },
  }),
  adapter<BannerOptions>({
    component: 'notification-banner',
    draw: (o) => (
      <NotificationBanner
        {...outer(o)}
        success={o.type === 'success'}
        {...(title(o) ? { title: title(o) } : {})}
        {...(heading(o.titleHeadingLevel) && { heading: heading(o.titleHeadingLevel) ?? 'h2' })}
        {...(o.titleId && { titleId: o.titleId })}
        {...(o.role && { role: o.role })}
        text={o.text}
      >
        {o.html ? content({ html: o.html }) : undefined}
      </NotificationBanner>
    ),
    ignore: { 'data-disable-auto-focus': NO_FOCUS },
  }),
  adapter<PanelOptions>({
    component: 'panel',
    draw: (o) => (
      <Panel
        {...outer(o)}
        title={title(o)}
        {...(heading(o.headingLevel) && { heading: heading(o.headingLevel) ?? 'h1' })}
      >
        {content(o)}
      </Panel>
    ),
    unsupported: because('Only the panel that says something is done; a stop has its own panel.', [
      'interruption',
      'interruption-with-content-with-long-line-length',
      'interruption-with-headings-content-and-lists',
      'interruption with custom classes',
      'interruption, with actions classes and attributes',
      'interruption, submit action',
      'interruption, button link',
      'interruption, no actions',
      'interruption, no actions items',
    ]),
  }),
];
