/** Headers of every JSON answer: nothing is kept, nothing runs, nobody else's page may read it. */
export const JSON_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  vary: 'Cookie, Origin, Sec-Fetch-Site',
} as const;

/** Headers of a page; the distribution adds the content security policy and the rest to every page alike. */
export const pageHeaders = (maxAge?: number) => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': maxAge === undefined ? 'no-store' : `public, max-age=${maxAge}`,
  'x-content-type-options': 'nosniff',
});
