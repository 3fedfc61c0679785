/**
 * The security headers of every answer, by the kind of thing answered. The distribution sends them;
 * the local cloud reads them back from the template, so that a page is tested under what it will meet.
 */
const EVERYWHERE = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  'upgrade-insecure-requests',
  'report-to csp',
].join('; ');

const NO_DEVICES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'payment',
  'usb',
  'browsing-topics',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

const PAGES = {
  ...EVERYWHERE,
  'Content-Security-Policy': PAGE_POLICY,
  'Reporting-Endpoints': 'csp="/api/reports"',
  'Permissions-Policy': NO_DEVICES,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Origin-Agent-Cluster': '?1',
} as const;

const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

export type HeaderSet = Readonly<Record<string, string>>;

/** A header set for each kind of behaviour. What varies with the answer (caching, Vary) the function says. */
export const HEADERS = {
  /** HTML, from the bucket or from a function, and all a page loads. */
  pages: PAGES,
  /** The same for files whose name changes with their content. */
  assets: { ...PAGES, 'Cache-Control': 'public, max-age=31536000, immutable' },
  /** JSON for this site alone: no CORS header at all. */
  data: { ...EVERYWHERE, 'Content-Security-Policy': DATA_POLICY, 'X-Robots-Tag': 'noindex' },
  /** Open data: anyone may read it from anywhere. */
  openData: {
    ...EVERYWHERE,
    'Content-Security-Policy': DATA_POLICY,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
  },
} as const satisfies Record<string, HeaderSet>;

export type HeaderSetName = keyof typeof HEADERS;
