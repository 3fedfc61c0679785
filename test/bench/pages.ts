import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Row } from './row.ts';

const DIST = 'site/dist';
const weigh = (text: string | Buffer): number => brotliCompressSync(text).byteLength / 1024;
const kb = (value: number): string => `${value.toFixed(1)} KB`;

/** What a page makes a phone download: HTML, styles and scripts with everything they import, brotli. */
export function pageWeight(html: string): { html: number; css: number; js: number } {
  const linked = (pattern: RegExp): string[] => [...html.matchAll(pattern)].flatMap(([, path]) => path ?? []);
  const styles = linked(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);
  const scripts = withImports(linked(/<script[^>]+src="([^"]+)"/g));
  const sum = (paths: readonly string[]): number =>
    paths.reduce((total, path) => total + weigh(readFileSync(join(DIST, path))), 0);
  return { html: weigh(html), css: sum(styles), js: sum(scripts) };
}

/** A script and every chunk it imports, each once. */
function withImports(paths: readonly string[], seen: Set<string> = new Set()): string[] {
  for (const path of paths) {
    if (seen.has(path) || !existsSync(join(DIST, path))) continue;
    seen.add(path);
    const source = readFileSync(join(DIST, path), 'utf8');
    const imported = [...source.matchAll(/(?:from|import)\s*\(?["'](\.{1,2}\/[^"']+\.js)["']/g)].flatMap(
      ([, target]) => (target === undefined ? [] : [new URL(target, `http://x${path}`).pathname]),
    );
    withImports(imported, seen);
  }
  return [...seen];
}

type Budget = { page: string; what: string; html?: number; css: number; js: number };

/** The budgets of the design: reading pages carry the menu only, working pages 20 KB of script in all. */
export const BUDGETS: readonly Budget[] = [
  { page: 'index.html', what: 'front page', css: 11, js: 4.5 },
  { page: 'about/index.html', what: 'reading page', css: 11, js: 2.5 },
  { page: 'caseload/index.html', what: 'caseload', css: 11, js: 20 },
  { page: 'inbox/index.html', what: 'inbox', css: 11, js: 20 },
  { page: 'refer/index.html', what: 'referral form', css: 11, js: 20 },
  { page: 'referrals/index.html', what: 'one referral', css: 11, js: 20 },
];

/** Rows for the built pages against the weight of the whole GOV.UK kit. */
export function pageRows(): Row[] {
  return BUDGETS.filter(({ page }) => existsSync(join(DIST, page))).map(({ page, what, css, js }) => {
    const weight = pageWeight(readFileSync(join(DIST, page), 'utf8'));
    return {
      what: `page weight: ${what}`,
      measured: `HTML ${kb(weight.html)}, style ${kb(weight.css)}, script ${kb(weight.js)}`,
      anchor: 'whole GOV.UK kit: style 13.2 KB, script 10.1 KB',
      ratio: ((weight.css + weight.js) / 23.3).toFixed(2),
      goal: `style <= ${css} KB, script <= ${js} KB`,
      met: weight.css <= css && weight.js <= js,
    };
  });
}
