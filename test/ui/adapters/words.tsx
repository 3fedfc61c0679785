import { BackLink } from '#shared/ui/back-link.tsx';
import { Details } from '#shared/ui/details.tsx';
import { ErrorMessage } from '#shared/ui/error-message.tsx';
import { Fieldset } from '#shared/ui/fieldset.tsx';
import { Hint } from '#shared/ui/hint.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import { Label } from '#shared/ui/label.tsx';
import type { Attributes } from '#shared/ui/markup.ts';
import { PhaseBanner } from '#shared/ui/phase-banner.tsx';
import { SkipLink } from '#shared/ui/skip-link.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { WarningText } from '#shared/ui/warning-text.tsx';
import {
  type Adapter,
  adapter,
  besidesSize,
  content,
  type Labelled,
  type Label as LabelOptions,
  sizeOf,
} from '../fixture.tsx';

type Plain = Labelled & { id?: string; href?: string };
type DetailsOptions = Plain & { summaryText?: string; summaryHtml?: string; open?: boolean };
type FieldsetOptions = Labelled & { legend?: LabelOptions; role?: 'group'; describedBy?: string };

const idIn = (attributes: Attributes | undefined) =>
  typeof attributes?.['id'] === 'string' ? attributes['id'] : undefined;
const outer = ({ classes, attributes }: Labelled) => ({ class: classes, attributes });

/** Components that are words in a frame. */
export const wordAdapters: readonly Adapter[] = [
  adapter<Plain>({
    component: 'back-link',
    draw: (o) => (
      <BackLink {...outer(o)} href={o.href || '#'}>
        {content(o) || undefined}
      </BackLink>
    ),
  }),
  adapter<DetailsOptions>({
    component: 'details',
    draw: (o) => (
      <Details
        {...outer(o)}
        id={o.id}
        open={o.open === true}
        summary={content({
          ...(o.summaryText && { text: o.summaryText }),
          ...(o.summaryHtml && { html: o.summaryHtml }),
        })}
      >
        {content(o)}
      </Details>
    ),
  }),
  adapter<Plain & { visuallyHiddenText?: string }>({
    component: 'error-message',
    draw: (o) => (
      <ErrorMessage
        {...outer(o)}
        id={o.id ?? idIn(o.attributes)}
        {...(o.visuallyHiddenText !== undefined && { prefix: o.visuallyHiddenText })}
      >
        {content(o)}
      </ErrorMessage>
    ),
  }),
  adapter<FieldsetOptions>({
    component: 'fieldset',
    draw: (o) => (
      <Fieldset
        {...outer(o)}
        role={o.role}
        describedBy={o.describedBy}
        legend={content(o.legend)}
        legendSize={sizeOf(o.legend?.classes)}
        legendClass={besidesSize(o.legend?.classes)}
        legendIsHeading={o.legend?.isPageHeading}
      >
        {content({ html: o.html ?? '' })}
      </Fieldset>
    ),
  }),
  adapter<Plain>({
    component: 'hint',
    draw: (o) => (
      <Hint {...outer(o)} id={o.id}>
        {content(o)}
      </Hint>
    ),
  }),
  adapter<Plain>({
    component: 'inset-text',
    draw: (o) => (
      <InsetText {...outer(o)} id={o.id}>
        {content(o)}
      </InsetText>
    ),
  }),
  adapter<LabelOptions & { for?: string }>({
    component: 'label',
    draw: (o) => (
      <Label
        class={besidesSize(o.classes)}
        attributes={o.attributes}
        size={sizeOf(o.classes)}
        for={o.for}
        isHeading={o.isPageHeading}
      >
        {content(o)}
      </Label>
    ),
  }),
  adapter<Labelled & { tag?: Labelled }>({
    component: 'phase-banner',
    draw: (o) => (
      <PhaseBanner {...outer(o)} tag={content(o.tag)} tagClass={o.tag?.classes}>
        {content(o)}
      </PhaseBanner>
    ),
  }),
  adapter<Plain>({
    component: 'skip-link',
    draw: (o) => (
      <SkipLink {...outer(o)} {...(o.href && { href: o.href })}>
        {content(o)}
      </SkipLink>
    ),
  }),
  adapter<Plain>({ component: 'tag', draw: (o) => <Tag {...outer(o)}>{content(o)}</Tag> }),
  adapter<Labelled & { iconFallbackText?: string }>({
    component: 'warning-text',
    draw: (o) => (
      <WarningText {...outer(o)} {...(o.iconFallbackText && { spokenIcon: o.iconFallbackText })}>
        {content(o)}
      </WarningText>
    ),
  }),
];
