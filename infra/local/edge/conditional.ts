import type { Request, Response } from '../api/message.ts';

const LEFT_OUT = new Set(['content-length', 'content-type', 'content-encoding']);

/** 304 when the viewer already holds this answer, by ETag first and by date otherwise; else the answer itself. */
export function unlessKnown(request: Request, response: Response): Response {
  if (response.status !== 200 || !isKnown(request, response)) return response;
  const headers = Object.fromEntries(
    Object.entries(response.headers).filter(([name]) => !LEFT_OUT.has(name)),
  );
  return { status: 304, headers, body: '' };
}

function isKnown({ headers: asked }: Request, { headers }: Response): boolean {
  const etag = headers['etag'];
  const tags = asked['if-none-match'];
  if (tags !== undefined) {
    if (typeof etag !== 'string') return false;
    return tags.trim() === '*' || tags.split(',').some((tag) => bare(tag) === bare(etag));
  }
  const since = Date.parse(asked['if-modified-since'] ?? '');
  const modified = Date.parse(String(headers['last-modified'] ?? ''));
  return Number.isFinite(since) && Number.isFinite(modified) && modified <= since;
}

const bare = (tag: string) => tag.trim().replace(/^W\//, '');
