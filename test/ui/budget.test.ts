import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtPages, laterScriptsOf, scriptsOf, stylesOf, textOf, weightOf } from './built-pages.ts';

// Kilobytes of 1,000 bytes, as sent with brotli: the stricter reading of design section 7.
const KB = 1000;
const pages = builtPages();
const sum = (addresses: readonly string[]) =>
  addresses.reduce((total, address) => total + weightOf(address), 0);
const isWorking = (html: string) => /data-island="(?!account)/.test(html);
// A working page brings the drawing of its forms as markup (docs/adr/0073); a read page has none.
const HTML_MOST = { read: 6 * KB, working: 10 * KB };
const isSearch = (html: string) => scriptsOf(html).some((address) => address.includes('find'));

describe.each(pages)('the weight of $path', ({ html }) => {
  const script = sum(scriptsOf(html));
  const later = sum(laterScriptsOf(html));

  it('stays within its script, all that comes later counted', () => {
    if (isWorking(html)) expect(script + later).toBeLessThanOrEqual(20 * KB);
    else if (isSearch(html)) expect(script).toBeLessThanOrEqual(4.5 * KB);
    else expect(script).toBeLessThanOrEqual(2.5 * KB);
  });

  it('brings something later only where somebody works', () => {
    if (!isWorking(html)) expect(later).toBe(0);
  });

  it('leaves the schema library at home', () => {
    for (const address of [...scriptsOf(html), ...laterScriptsOf(html)])
      expect(textOf(address), address).not.toContain('_zod');
  });

  it('has a script at all, so that this measures something', () => {
    expect(script).toBeGreaterThan(100);
  });

  it('stays within its style', () => {
    const read = stylesOf(html).filter((address) => !address.includes('working'));
    expect(read.length).toBeGreaterThan(0);
    expect(sum(read)).toBeLessThanOrEqual(11 * KB);
  });

  it('stays within its HTML', () => {
    expect(brotliCompressSync(Buffer.from(html)).length).toBeLessThanOrEqual(
      isWorking(html) ? HTML_MOST.working : HTML_MOST.read,
    );
  });
});

describe('the script of the search form', () => {
  it('adds no more than 2 KB to the menu', () => {
    const weights = pages.map(({ path, html }) => [path, sum(scriptsOf(html))] as const);
    const find = new Map(weights).get('template:find') ?? 0;
    const menu = new Map(weights).get('template:group') ?? 0;
    expect(menu).toBeGreaterThan(0);
    expect(find - menu).toBeLessThanOrEqual(2 * KB);
  });
});
