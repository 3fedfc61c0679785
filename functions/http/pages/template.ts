import type { VNode } from 'preact';

/** The pages the site has built, with slots for what is only known when somebody asks. */
export type Templates = { find: string; group: string; notFound: string };
export type GrantTemplates = { grants: string; notFound: string };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Fills a template: the title as text, the page as drawn by its components. Loads the renderer on first need. */
export async function filled<Props>(template: string, title: string, page: VNode<Props>): Promise<string> {
  const { renderToString } = await import('preact-render-to-string');
  return template
    .replaceAll('<!--slot:title-->', () => escaped(title))
    .replace('<!--slot:main-->', () => renderToString(page));
}
