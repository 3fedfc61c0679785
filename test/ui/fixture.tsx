import { readFileSync } from 'node:fs';
import { h, type VNode } from 'preact';
import type { Attributes, Content } from '#shared/ui/markup.ts';

/** An example of govuk-frontend: what is asked, and the HTML its own template makes of it. */
export type Fixture<Options> = { name: string; options: Options; html: string };

export type Words = { text?: string; html?: string };
export type Labelled = Words & { classes?: string; attributes?: Attributes };
export type Label = Labelled & { isPageHeading?: boolean };
export type Group = { classes?: string };

/** What an adapter makes of the options of one fixture. */
export type Adapted = VNode;
export type Adapter = {
  component: string;
  draw: (options: never) => Adapted;
  /** Fixtures we do not support, and why. */
  unsupported?: Readonly<Record<string, string>>;
  /** Attributes that differ on purpose, and why. */
  ignore?: Readonly<Record<string, string>>;
  /** Elements that we draw besides, and why. */
  besides?: Readonly<Record<string, string>>;
};

/** Ties the options of an adapter to their type; the table of adapters forgets it. */
export const adapter = <Options,>(given: {
  component: string;
  draw: (options: Options) => Adapted;
  unsupported?: Readonly<Record<string, string>>;
  ignore?: Readonly<Record<string, string>>;
  besides?: Readonly<Record<string, string>>;
}): Adapter => given;

/** The fixtures govuk-frontend ships for a component. */
export function fixturesOf(component: string): Fixture<never>[] {
  const path = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  return JSON.parse(readFileSync(path, 'utf8')).fixtures;
}

/** Words as they are, or HTML of a fixture inside an element that the comparison does not see. */
export function content(words: Words | undefined): Content {
  if (words === undefined) return undefined;
  if (words.html === undefined || words.html === '') return words.text;
  return h('x-raw', { dangerouslySetInnerHTML: { __html: words.html.trim() } });
}

const SIZE = /--(xl|l|m|s)\b/;
/** The size in a class such as `govuk-label--m`. */
export function sizeOf(classes: string | undefined): 's' | 'm' | 'l' | 'xl' | undefined {
  const size = SIZE.exec(classes ?? '')?.[1];
  return size === 's' || size === 'm' || size === 'l' || size === 'xl' ? size : undefined;
}
/** Classes without the one that says a size. */
export const besidesSize = (classes: string | undefined): string | undefined =>
  classes
    ?.split(' ')
    .filter((name) => !SIZE.test(name))
    .join(' ') || undefined;

export const heading = (level: number | undefined) => {
  switch (level) {
    case 1:
      return 'h1';
    case 3:
      return 'h3';
    case 4:
      return 'h4';
    default:
      return level === undefined ? undefined : 'h2';
  }
};

/** Several fixtures that we do not support for one reason. */
export const because = (reason: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, reason]));
