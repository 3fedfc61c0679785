import { Problem, REFUSALS, type Refusal } from '#shared/api/problem.ts';
import type { PageAnswer } from './handler.ts';
import { JSON_HEADERS, pageHeaders } from './headers.ts';

/** A refusal as its RFC 9457 document. Words come from the closed list, never from what went wrong inside. */
export function problemOf(refusal: Refusal, requestId: string): Problem {
  const { code, ...rest } = refusal;
  const { status, title } = REFUSALS[code];
  return Problem.parse({ type: `urn:vcse-portal:problem:${code}`, title, status, code, ...rest, requestId });
}

const retryAfter = ({ retryAfter: seconds }: Refusal): Record<string, string> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) };

/** The answer of a JSON route that refuses. */
export function problemResponse(refusal: Refusal, requestId: string): Response {
  const problem = problemOf(refusal, requestId);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...JSON_HEADERS,
      'content-type': 'application/problem+json; charset=utf-8',
      ...retryAfter(refusal),
    },
  });
}

/** The page of a page route whose own cannot be made: plain words that need no style or script. */
export function plainPage({ code }: Refusal, requestId: string): PageAnswer {
  const { status, title } = REFUSALS[code];
  const html = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>${title}</h1><p><a href="/">Go to the start page</a></p><p>Reference for support: ${requestId}</p></main></body></html>`;
  return { kind: 'html', status, html };
}

/** A page or redirect as it is sent; `refusal` says how long to wait where waiting helps. */
export function pageResponse(answer: PageAnswer, refusal?: Refusal): Response {
  if (answer.kind === 'html') {
    const wait = refusal === undefined ? {} : retryAfter(refusal);
    return new Response(answer.html, {
      status: answer.status,
      headers: { ...pageHeaders(answer.maxAge), ...wait },
    });
  }
  const headers = new Headers({ location: answer.to, 'cache-control': 'no-store' });
  for (const value of answer.cookies ?? []) headers.append('set-cookie', value);
  return new Response(null, { status: answer.status, headers });
}
