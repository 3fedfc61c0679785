import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Row } from './row.ts';

const DIST = 'site/dist';
// Kilobytes of 1,000 bytes, as the budgets of the tests read them.
const weigh = (text: string | Buffer): number => brotliCompressSync(text).byteLength / 1000;
const kb = (value: number): string => `${value.toFixed(1)} KB`;

type PageWeight = { html: number; css: number; js: number; later: number };

/** What a page makes a phone download, brotli: HTML, styles, scripts at once, and those that come while it is used. */
export function pageWeight(html: string): PageWeight {
  const linked = (pattern: RegExp): string[] => [...html.matchAll(pattern)].flatMap(([, path]) => path ?? []);
  const asked = linked(/<script[^>]+src="([^"]+)"/g);
  const atOnce = reached(asked, [STATIC]);
  const all = reached(asked, [STATIC, DYNAMIC]);
  const sum = (paths: readonly string[]): number =>
    paths.reduce((total, path) => total + weigh(readFileSync(join(DIST, path))), 0);
  const js = sum([...atOnce]);
  return {
    html: weigh(html),
    css: sum(linked(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)),
    js,
    later: sum([...all]) - js,
  };
}

const STATIC = /(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
// Minifiers write the address of a later part in quotes or in backticks.
const DYNAMIC = /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;

/** Some scripts and every one they import in these ways, each once. A script that is not there is a fault. */
function reached(paths: readonly string[], ways: readonly RegExp[], seen: Set<string> = new Set()) {
  for (const path of paths) {
    if (seen.has(path)) continue;
    seen.add(path);
    const source = readFileSync(join(DIST, path), 'utf8');
    const next = ways.flatMap((way) =>
      [...source.matchAll(way)].map(([, target = '']) => join(dirname(path), target)),
    );
    reached(next, ways, seen);
  }
  return seen;
}

type Budget = { page: string; what: string; css: number; js: number };
const READ = { css: 11, js: 2.5 };
/** What a working page adds to the shared style is its own. */
const WORK = { css: 11.5, js: 20 };

/** The budgets of the design: reading pages carry the menu only, working pages 20 KB of script in all. */
export const BUDGETS: readonly Budget[] = [
  { page: 'index', what: 'front page', css: 11, js: 4.5 },
  { page: 'about', what: 'reading page', ...READ },
  { page: 'start', what: 'start', ...WORK },
  { page: 'caseload', what: 'caseload', ...WORK },
  { page: 'inbox', what: 'inbox', ...WORK },
  { page: 'my-group', what: 'my group', ...WORK },
  { page: 'listing', what: 'a listing', ...WORK },
  { page: 'queue', what: 'coordinator’s queue', ...WORK },
  { page: 'safeguarding', what: 'safeguarding basics', ...WORK },
  { page: 'suggest', what: 'suggesting a correction', ...WORK },
  { page: 'refer', what: 'referral form', ...WORK },
  { page: 'referrals', what: 'one referral', ...WORK },
];

/** Rows for the built pages against the weight of the whole GOV.UK kit. */
export function pageRows(): Row[] {
  if (!existsSync(DIST)) throw new Error('Build the site first: npm run build');
  return BUDGETS.map(({ page, what, css, js }) => {
    const weight = pageWeight(readFileSync(join(DIST, `${page}.html`), 'utf8'));
    const script = weight.js + weight.later;
    return {
      what: `page weight: ${what}`,
      measured: `HTML ${kb(weight.html)}, style ${kb(weight.css)}, script ${kb(weight.js)} + ${kb(weight.later)} later`,
      anchor: 'whole GOV.UK kit: style 13.2 KB, script 10.1 KB',
      ratio: ((weight.css + script) / 23.3).toFixed(2),
      goal: `style <= ${css} KB, script <= ${js} KB in all`,
      met: weight.css <= css && script <= js,
    };
  });
}
