import type { ComponentChildren } from 'preact';

/** Whatever may stand inside an element: words, elements or nothing. */
export type Content = ComponentChildren;

/** Extra attributes, such as `data-…` or `form`. Never `style`, never an inline handler: the policy stops both. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** What every component takes: further classes and attributes for its outer element. */
export type Outer = { class?: string | undefined; attributes?: Attributes | undefined };

/** Joins class names, leaving out what is absent. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');

/** Joins element ids for `aria-describedby`; undefined when there are none. */
export const idList = (...ids: readonly (string | false | null | undefined)[]): string | undefined =>
  ids.filter(Boolean).join(' ') || undefined;

/** Whether there is anything to show: an empty string, null, false and undefined are nothing. */
export const hasContent = (content: Content): boolean =>
  content !== undefined && content !== null && content !== false && content !== '';

export type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
export type TextSize = 's' | 'm' | 'l' | 'xl';
