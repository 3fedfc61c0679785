import { describe, expect, it } from 'vitest';
import { run } from '#infra/operator/portal.ts';

async function asked(...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run(
    args,
    (line) => said.push(line),
    (line) => complained.push(line),
  );
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

describe('npm run portal', () => {
  it('says what there is and ends with 2 when nothing was asked', async () => {
    const { code, said } = await asked();
    expect(code).toBe(2);
    expect(said).toContain('rebuild');
  });

  it('explains itself when asked to', async () => {
    expect(await asked('help')).toMatchObject({ code: 0, complained: '' });
  });

  it.each([['nonsense'], ['audit'], ['audit', 'nonsense'], ['__proto__'], ['constructor']])(
    'does not know %s and ends with 2',
    async (...args) => {
      const { code, complained } = await asked(...args);
      expect(code).toBe(2);
      expect(complained).toContain(`There is no command ${args.join(' ')}.`);
      expect(complained).toContain('audit verify');
    },
  );

  it('says in a sentence which seeds there are', async () => {
    expect(await asked('seed', 'wheat')).toMatchObject({
      code: 1,
      complained: 'There is no seed wheat: use demo or empty.',
    });
  });
});
