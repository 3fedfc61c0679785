import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Request, Response } from '../api/message.ts';
import type { BucketDeploymentSpec } from '../assembly/bucket-deployments.ts';
import { createFilter } from './sync-filter.ts';

type Stored = { file: string; contentType: string; cacheControl: string | undefined };
export type Bucket = (request: Request) => Response;

/** As `aws s3 sync` guesses them: no charset, the page says its own. */
const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.ico': 'image/vnd.microsoft.icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
/** Nobody may list the bucket, so S3 does not say whether a key is missing or forbidden. */
const DENIED: Response = {
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
};

/** A bucket as its deployments leave it: later ones over earlier ones, each with its own filters and headers. */
export function createBucket(deployments: readonly BucketDeploymentSpec[]): Bucket {
  const keys = new Map<string, Stored>();
  for (const deployment of deployments) deploy(deployment, keys);
  const read = createReader();
  return ({ method, path }) => {
    const stored = keys.get(keyOf(path) ?? '');
    if (!stored || !['GET', 'HEAD'].includes(method)) return DENIED;
    const { body, etag, modified } = read(stored.file);
    return {
      status: 200,
      headers: {
        'content-type': stored.contentType,
        etag,
        'last-modified': modified,
        'accept-ranges': 'bytes',
        ...(stored.cacheControl !== undefined && { 'cache-control': stored.cacheControl }),
      },
      body,
    };
  };
}

function deploy(deployment: BucketDeploymentSpec, keys: Map<string, Stored>): void {
  const takes = createFilter(deployment.exclude, deployment.include);
  for (const source of deployment.sources)
    for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
      const file = join(source, name);
      if (!takes(name) || !statSync(file).isFile()) continue;
      keys.set([deployment.prefix, name].filter(Boolean).join('/'), {
        file,
        contentType: deployment.contentType ?? TYPES[extname(name).toLowerCase()] ?? 'binary/octet-stream',
        cacheControl: deployment.cacheControl,
      });
    }
}

function keyOf(path: string): string | undefined {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return undefined;
  }
}

/** Assets are named by their hash and never change under a running portal: each is read once. */
function createReader() {
  const files = new Map<string, { body: Buffer; etag: string; modified: string }>();
  return (file: string) => {
    const known = files.get(file);
    if (known) return known;
    const body = readFileSync(file);
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    const read = { body, etag, modified: statSync(file).mtime.toUTCString() };
    files.set(file, read);
    return read;
  };
}
