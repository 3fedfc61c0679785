import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '#infra/build/fingerprint.ts';
import { BUNDLING, bundleBytes, entryNames } from '#infra/build/functions.ts';
import { withBuildLock } from '#infra/build/lock.ts';
import { PATHS } from '#infra/build/paths.ts';
import { BUNDLE_PLUGINS } from '#infra/build/plugins.ts';
import { TemplatePieces } from '#infra/build/template-pieces.ts';
import { acceptedAfter } from '#infra/origin-secret.ts';
import { cannotDeploy, stageNamed } from '#infra/stages.ts';

// Inside the repository, where bundles find their packages.
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(PATHS.build, 'test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const bundled = (entry: string, outfile: string) =>
  build({ ...BUNDLING, entryPoints: [entry], outfile, plugins: [...BUNDLE_PLUGINS] });

describe('a fingerprint', () => {
  const from = () => [relative(PATHS.root, folder)];
  const taken = (before: string[] = []) => fingerprint({ step: 'test', from: from() }, before);

  it('follows content, not dates', () => {
    const path = write('a.txt', 'one');
    const first = taken();
    utimesSync(path, new Date(0), new Date(0));
    expect(taken()).toBe(first);
    write('a.txt', 'two');
    expect(taken()).not.toBe(first);
  });

  it('follows names, and the steps before it', () => {
    const first = taken();
    write('b.txt', 'two');
    expect(taken()).not.toBe(first);
    expect(taken(['x'])).not.toBe(taken(['y']));
  });
});

describe('bundles', () => {
  it('are there for every entry, none larger than 1 MB, the public one within 320 KB', async () => {
    const metafile = JSON.parse(readFileSync(PATHS.metafile, 'utf8'));
    for (const name of await entryNames()) expect(bundleBytes(metafile, name), name).toBeLessThan(1_000_000);
    expect(bundleBytes(metafile, 'public')).toBeLessThanOrEqual(320 * 1024);
  });

  it('take credentials from the environment alone, and say so when they are not there', async () => {
    const entry = write(
      'credentials.ts',
      `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
       const client = new DynamoDBClient({ region: 'eu-west-2', endpoint: 'http://127.0.0.1:9', maxAttempts: 1 });
       await client.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'a' } } })).catch((error) => console.log(error.message));`,
    );
    const outfile = join(folder, 'credentials.mjs');
    const { metafile } = await bundled(entry, outfile);
    expect(Object.keys(metafile.inputs).join('\n')).not.toMatch(
      /credential-provider-(sso|ini|process|web-identity|http|imds)|nested-clients/,
    );
    const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...bare } = process.env;
    const run = (env: NodeJS.ProcessEnv) =>
      spawnSync(process.execPath, [outfile], { encoding: 'utf8', env }).stdout;
    expect(run(bare)).toContain('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set');
    expect(run({ ...bare, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' })).toMatch(
      /ECONNREFUSED|connect/,
    );
  });

  it('find each service where the SDK itself would', async () => {
    const entry = write(
      'endpoints.ts',
      `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
       import { KMSClient } from '@aws-sdk/client-kms';
       import { SESv2Client } from '@aws-sdk/client-sesv2';
       import { SQSClient } from '@aws-sdk/client-sqs';
       export const found = (given) => [DynamoDBClient, KMSClient, SESv2Client, SQSClient].map((Client) =>
         new Client({ region: 'eu-west-2' }).config.endpointProvider(given).url.href);`,
    );
    await bundled(entry, join(folder, 'endpoints.mjs'));
    const { found } = await import(pathToFileURL(join(folder, 'endpoints.mjs')).href);
    const given = { Region: 'eu-west-2', UseFIPS: false, UseDualStack: false };
    const clients = [DynamoDBClient, KMSClient, SESv2Client, SQSClient];
    const theirs = clients.map(
      (Client) => new Client({ region: 'eu-west-2' }).config.endpointProvider(given).url.href,
    );
    expect(found(given)).toEqual(theirs);
    expect(found({ ...given, Endpoint: 'http://127.0.0.1:4600/' })[0]).toBe('http://127.0.0.1:4600/');
    expect(() => found({ ...given, UseFIPS: true })).toThrow('plain regional endpoints only');
  });

  it('hold what templates share once, and each template whole', () => {
    const pieces = new TemplatePieces();
    const page = (title: string, main: string) =>
      `<!DOCTYPE html><title>${title}</title><header>Sign</header><li class="a">One</li><li>Two</li><main>${main}</main><footer>Foot</footer>`;
    const imported = (html: string) =>
      [...pieces.moduleOf(html).matchAll(/'(template-piece:\w+)'/g)].map(([, name = '']) => name);
    const [first, second] = [imported(page('A', 'x')), imported(page('B', 'y'))];
    expect(first.map((name) => pieces.textOf(name)).join('')).toBe(page('A', 'x'));
    expect(second.map((name) => pieces.textOf(name)).join('')).toBe(page('B', 'y'));
    expect(new Set([...first, ...second]).size).toBe(first.length + 2);
  });

  it('hold the site’s templates as text, and do not build when one is missing', async () => {
    const missing = write('missing.ts', `import html from 'template:not-there'; export const page = html;`);
    await expect(bundled(missing, join(folder, 'missing.mjs'))).rejects.toThrow(/not-there\.html/);
    const template = join(PATHS.templates, 'zz-test.html');
    writeFileSync(template, '<p>Here</p>');
    try {
      const entry = write('page.ts', `import html from 'template:zz-test'; export const page = html;`);
      await bundled(entry, join(folder, 'page.mjs'));
    } finally {
      rmSync(template);
    }
    const { page } = await import(pathToFileURL(join(folder, 'page.mjs')).href);
    expect(page).toBe('<p>Here</p>');
  });
});

describe('the build lock', () => {
  const lock = () => join(folder, 'lock');

  it('lets one build run at a time', async () => {
    const order: string[] = [];
    const slow = withBuildLock(async () => {
      order.push('first begins');
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('first ends');
    }, lock());
    const second = withBuildLock(async () => void order.push('second'), lock());
    await Promise.all([slow, second]);
    expect(order).toEqual(['first begins', 'first ends', 'second']);
  });

  it('is not held by a build that died', async () => {
    writeFileSync(lock(), '2147483646');
    await expect(withBuildLock(async () => 'ran', lock())).resolves.toBe('ran');
  });
});

describe('a deploy', () => {
  const refused = (...args: string[]) =>
    spawnSync(process.execPath, ['infra/deploy.ts', ...args], { encoding: 'utf8', cwd: PATHS.root });

  it('says in a sentence why it cannot begin', () => {
    expect(refused().stderr).toContain('Say which stage');
    const { status, stderr } = refused('--stage', 'production');
    expect(status).toBe(1);
    expect(stderr).toContain('Stage production names no domain yet');
  });

  it('refuses domains nobody can own', () => {
    expect(cannotDeploy(stageNamed('local'))).toContain('portal.example.org');
    const real = { ...stageNamed('local'), domain: 'portal.council.gov.uk', alarmsTo: 'a@council.gov.uk' };
    expect(
      cannotDeploy({ ...real, mail: { domain: 'council.gov.uk', from: 'p@council.gov.uk' } }),
    ).toBeUndefined();
  });

  it('accepts the secret before and the one to come while it changes, and never more than two', () => {
    const first = acceptedAfter('one', 'none');
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    const second = acceptedAfter('two', first);
    expect(second.split(',')[1]).toBe(first);
    expect(acceptedAfter('three', second).split(',')).toEqual([
      acceptedAfter('three', 'none'),
      second.split(',')[0],
    ]);
  });
});
