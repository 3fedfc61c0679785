import { type Content, classes, type HeadingTag, type Outer } from './markup.ts';

export type NotificationBannerProps = Outer & {
  /** One sentence; longer content goes in children. */
  text?: Content;
  children?: Content;
  success?: boolean;
  title?: Content;
  titleId?: string;
  heading?: HeadingTag;
  role?: 'region' | 'alert' | 'status' | undefined;
};

/** News about this page or what was just done. Whoever shows a success moves the focus to it. */
export const NotificationBanner = ({
  heading: Heading = 'h2',
  success,
  ...props
}: NotificationBannerProps) => {
  const titleId = props.titleId ?? 'govuk-notification-banner-title';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role below is region, alert or status; each takes a name.
    <div
      {...props.attributes}
      class={classes(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        props.class,
      )}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ?? (props.text && <p class="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  );
};
