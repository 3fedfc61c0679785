/**
 * Runs on every request at the edge (CloudFront Functions, JavaScript 2.0) and in the local cloud.
 * It says who asks, in a header nobody else can set, and finds the file behind a working address.
 */

/** Answered by functions: their addresses stay as they are. */
const FORWARDED = [
  '/api',
  '/auth',
  '/oruk',
  '/capacity',
  '/confirm',
  '/register',
  '/outcome',
  '/invite',
  '/find',
  '/groups',
  '/grants',
  '/link-workers',
];

/** Pages that are one file for every id: the page reads the id from its address and asks the API. */
const ONE_FILE = ['/referrals'];

function isUnder(uri, prefix) {
  return uri === prefix || uri.startsWith(`${prefix}/`);
}

function fileOf(uri) {
  for (const prefix of ONE_FILE) {
    if (isUnder(uri, prefix)) return `${prefix}.html`;
  }
  const address = uri.endsWith('/') ? uri.slice(0, -1) : uri;
  if (address === '') return '/index.html';
  const name = address.slice(address.lastIndexOf('/') + 1);
  return name.includes('.') ? address : `${address}.html`;
}

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  request.headers['x-viewer-ip'] = { value: event.viewer.ip };
  const postcodes = isUnder(request.uri, '/api/postcodes');
  const forwarded = FORWARDED.some((prefix) => isUnder(request.uri, prefix));
  if (!forwarded && !postcodes) request.uri = fileOf(request.uri);
  return request;
}
