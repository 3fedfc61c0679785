import { type Content, classes, type HeadingTag, hasContent, type Outer } from './markup.ts';

export type PanelProps = Outer & { title: Content; heading?: HeadingTag; children?: Content };

/** Says that something is done, with the reference to quote. */
export const Panel = ({ heading: Heading = 'h1', ...props }: PanelProps) => (
  <div {...props.attributes} class={classes('govuk-panel govuk-panel--confirmation', props.class)}>
    <Heading class="govuk-panel__title">{props.title}</Heading>
    {hasContent(props.children) && <div class="govuk-panel__body">{props.children}</div>}
  </div>
);
