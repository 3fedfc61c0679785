import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AFTER_SIGN_IN, sameSitePath } from '#functions/domain/same-site-path.ts';

const ORIGIN = 'https://portal.example.org';

it.each(['/inbox', '/referrals/0b9f?tab=1', '/find?q=//x', '/a%2f%2fb', '/start'])('keeps %s', (path) => {
  expect(sameSitePath(path, ORIGIN)).toBe(path);
});

it.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/../..//evil.example',
  '/.//evil.example',
  '/%09/../..//evil.example/',
  'evil.example',
  '@evil.example',
  '.evil.example',
  '',
  '/auth/sign-out',
  '/auth/sign-in?to=/auth/sign-in',
  '/api/session',
  '/inbox/../auth/callback',
  `${ORIGIN}/inbox`,
])('goes to the start of the work instead of %j', (path) => {
  expect(sameSitePath(path, ORIGIN)).toBe(AFTER_SIGN_IN);
});

it('never leads to another site, whatever is asked', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    'evil.example',
    'https',
    '\t',
    '%2f',
    '?',
    '#',
    'a',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = sameSitePath(pieces.join(''), ORIGIN);
      expect(new URL(path, ORIGIN).origin).toBe(ORIGIN);
      expect(path).toMatch(/^\/(?!\/)/);
    }),
    { numRuns: 5000 },
  );
});
