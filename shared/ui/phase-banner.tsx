import { type Content, classes, type Outer } from './markup.ts';
import { Tag } from './tag.tsx';

export type PhaseBannerProps = Outer & { tag: Content; tagClass?: string | undefined; children: Content };

/** One line under the header on what stage this is at, such as a demonstration. */
export const PhaseBanner = (props: PhaseBannerProps) => (
  <div {...props.attributes} class={classes('govuk-phase-banner govuk-width-container', props.class)}>
    <p class="govuk-phase-banner__content">
      <Tag class={classes('govuk-phase-banner__content__tag', props.tagClass)}>{props.tag}</Tag>{' '}
      <span class="govuk-phase-banner__text">{props.children}</span>
    </p>
  </div>
);
