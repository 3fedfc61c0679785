import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossSite, guardOf } from '#functions/http/csrf.ts';
import { routes } from '#shared/api/index.ts';
import { findForm, search } from '#shared/api/search.ts';
import { signOut } from '#shared/api/session.ts';
import { suggestionMake } from '#shared/api/suggestions.ts';
import { cspReport } from '#shared/api/system.ts';

const ORIGIN = 'https://portal.example.org';
const KEY = '0b9f4b0c-4a39-4a52-8a3e-0d7a4f6b2c11';
const whole = {
  origin: ORIGIN,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  'idempotency-key': KEY,
};
const check = (guard: Parameters<typeof crossSite>[0], headers: Record<string, string | undefined>) =>
  crossSite(
    guard,
    new Headers(
      Object.entries(headers).flatMap(([n, v]): [string, string][] => (v === undefined ? [] : [[n, v]])),
    ),
    ORIGIN,
  );

describe('what must be shown', () => {
  it('follows from the registry: every changing JSON route is a command', () => {
    const changing = routes.filter(({ method }) => method !== 'GET');
    const loose = changing.filter((route) => guardOf(route) !== 'command');
    const plainForms = loose.filter(({ kind }) => kind !== 'json');
    // A plain form works without script for people who are not signed in: it carries no session to ride on.
    expect(plainForms.filter(({ roles }) => roles !== 'anyone')).toEqual([]);
    expect(plainForms.map(({ id }) => id)).toContain(findForm.id);
    expect(loose.filter(({ kind }) => kind === 'json').map(({ id }) => id)).toEqual([cspReport.id]);
    expect([search, signOut, suggestionMake].map(guardOf)).toEqual(['read', 'command', 'command']);
  });
});

describe('a command', () => {
  it('is let in from our own pages', () => {
    expect(check('command', whole)).toBeUndefined();
    expect(check('command', { ...whole, 'sec-fetch-site': undefined })).toBeUndefined();
    expect(check('command', { ...whole, 'content-type': 'application/JSON; charset=utf-8' })).toBeUndefined();
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 'cross_site'],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }, 'cross_site'],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }, 'cross_site'],
    ['no origin', { origin: undefined }, 'cross_site'],
    ['a null origin', { origin: 'null' }, 'cross_site'],
    ['another port', { origin: `${ORIGIN}:8443` }, 'cross_site'],
    ['another scheme', { origin: 'http://portal.example.org' }, 'cross_site'],
    ['an origin that begins like ours', { origin: `${ORIGIN}.evil.example` }, 'cross_site'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'malformed'],
    ['plain text', { 'content-type': 'text/plain' }, 'malformed'],
    ['JSON by half', { 'content-type': 'text/plain; x=application/json' }, 'malformed'],
    ['no content type', { 'content-type': undefined }, 'malformed'],
    ['no key', { 'idempotency-key': undefined }, 'key_missing'],
    ['a key that is no UUID', { 'idempotency-key': 'again' }, 'key_missing'],
  ])('is refused with %s', (_what, change, code) => {
    expect(check('command', { ...whole, ...change })).toBe(code);
  });

  it('is never let in unless every sign is right', () => {
    const sign = <T>(right: string, wrong: T) => fc.constantFrom(right, undefined, wrong);
    const any = fc.record({
      origin: sign(ORIGIN, 'https://evil.example'),
      'sec-fetch-site': sign('same-origin', 'cross-site'),
      'content-type': sign('application/json', 'text/plain'),
      'idempotency-key': sign(KEY, 'x'),
    });
    fc.assert(
      fc.property(any, (headers) => {
        const right =
          headers.origin === ORIGIN &&
          headers['sec-fetch-site'] !== 'cross-site' &&
          headers['content-type'] === 'application/json' &&
          headers['idempotency-key'] === KEY;
        expect(check('command', headers) === undefined).toBe(right);
      }),
    );
  });
});

describe('a form without script', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  it('needs neither key nor JSON, and an origin only where the browser sends one', () => {
    expect(check('form', form)).toBeUndefined();
    expect(check('form', { ...form, origin: ORIGIN, 'sec-fetch-site': 'same-origin' })).toBeUndefined();
    expect(check('form', { ...form, origin: 'null', 'sec-fetch-site': 'same-origin' })).toBeUndefined();
  });
  it('is refused from elsewhere and in another format', () => {
    expect(check('form', { ...form, origin: 'https://evil.example' })).toBe('cross_site');
    expect(check('form', { ...form, 'sec-fetch-site': 'cross-site' })).toBe('cross_site');
    expect(check('form', { 'content-type': 'application/json' })).toBe('malformed');
  });
});
