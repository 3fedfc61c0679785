import { describe, expect, test } from 'vitest';
import { behaviour, worldOf } from './edge-support.ts';

const FILES = {
  'index.html': '<h1>Start</h1>',
  '404.html': '<h1>Not here</h1>',
  'referrals.html': '<h1>Referral</h1>',
  '_assets/site.css': 'body{}'.repeat(400),
  'api/postcodes/M14': '{}',
};
const site = (change = {}) => behaviour('*', 'site', change);

describe('the response headers policy', () => {
  test('sets, overrides and removes, on pages from files and from functions and on error pages', async () => {
    const response = {
      headers: [
        { name: 'content-security-policy', value: "default-src 'none'", override: true },
        { name: 'referrer-policy', value: 'no-referrer', override: false },
      ],
      removed: ['x-powered-by'],
      cors: undefined,
    };
    const world = worldOf({
      files: FILES,
      behaviours: [behaviour('/find', 'api', { response }), site({ response })],
      answer: () => ({
        status: 200,
        headers: { 'content-security-policy': 'weak', 'referrer-policy': 'origin', 'x-powered-by': 'x' },
        body: '',
      }),
    });
    const page = await world.ask('/find');
    expect(page.headers).toMatchObject({
      'content-security-policy': "default-src 'none'",
      'referrer-policy': 'origin',
    });
    expect(page.headers).not.toHaveProperty('x-powered-by');
    for (const path of ['/', '/nothing'])
      expect((await world.ask(path)).headers).toMatchObject({
        'content-security-policy': "default-src 'none'",
        'referrer-policy': 'no-referrer',
      });
  });

  test('answers cross-origin readers only where its origins say so', async () => {
    const cors = {
      origins: ['https://one.example'],
      methods: ['GET'],
      headers: ['*'],
      exposed: [],
      credentials: false,
      maxAgeSeconds: 60,
      override: true,
    };
    const world = worldOf({
      files: FILES,
      behaviours: [site({ response: { headers: [], removed: [], cors } })],
    });
    const from = (origin: string) => world.ask('/', { headers: { origin } });
    expect((await from('https://one.example')).headers['access-control-allow-origin']).toBe(
      'https://one.example',
    );
    expect((await from('https://two.example')).headers).not.toHaveProperty('access-control-allow-origin');
  });
});

test('an address past 8,192 bytes is refused and a distribution with what is not run here does not start', async () => {
  const world = worldOf({ files: FILES, behaviours: [site()] });
  expect((await world.ask(`/${'x'.repeat(8200)}`)).status).toBe(414);
  expect(() => worldOf({ behaviours: [site({ viewerResponse: 'function handler() {}' })] })).toThrow(
    'viewer-response',
  );
  expect(() => worldOf({ behaviours: [{ ...site(), originId: 'elsewhere' }] })).toThrow(
    'no origin elsewhere',
  );
});
