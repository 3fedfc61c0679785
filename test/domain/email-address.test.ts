import { expect, it } from 'vitest';
import { asCompared } from '#functions/domain/email-address.ts';

it('an address is one, however it is typed', () => {
  expect(asCompared('  Una@Team.EXAMPLE ')).toBe('una@team.example');
});
