import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import { HEADERS } from '#infra/edge/headers.ts';

/** Where the built site seems to be; no server stands there, the browser is answered from the files. */
export const SITE_ORIGIN = 'https://portal.example.org';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export type Served = { body: string; type?: string; status?: number };
/** Pages and data beside the built files, by path; a function may fail the request. */
export type Extra = Readonly<Record<string, Served | ((route: Route) => Promise<void>)>>;

const fileOf = (path: string) =>
  `site/dist${path === '/' ? '/index' : path}${extname(path) === '' ? '.html' : ''}`;

function built(path: string): Served {
  const file = fileOf(path);
  const type = TYPES[extname(file)];
  try {
    return { body: readFileSync(file, 'utf8'), ...(type === undefined ? {} : { type }) };
  } catch {
    return { body: readFileSync('site/dist/404.html', 'utf8'), status: 404 };
  }
}

/** Answers a browser's requests from the built site, under the very headers the distribution sends. */
export async function serveSite(context: BrowserContext, extra: Extra = {}): Promise<void> {
  await context.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const given = extra[pathname] ?? built(pathname);
    if (typeof given === 'function') return given(route);
    const { body, status = 200, type = TYPES['.html'] ?? '' } = given;
    await route.fulfill({ status, body, headers: { ...HEADERS.pages, 'Content-Type': type } });
  });
}
