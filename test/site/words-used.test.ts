import { describe, expect, it } from 'vitest';
import { wordByWord } from '../../site/word-tables.ts';
import { changesOf } from '../../site/words-used.ts';

const TABLE = `/** Words. */
export const page = {
  title: 'A title',
  check: { send: 'Send it', told: (name: string) => \`We told \${name}\` },
} as const;
export const labels = { a: 'One', ...others };
`;

const said = (code: string): Promise<string> => changesOf('page.tsx', code, async () => TABLE);

describe('a table of words in the build', () => {
  it('becomes a constant for each word, and the table made of them', async () => {
    const code = await wordByWord('words.ts', TABLE);
    expect(code).toContain("export const page$title = 'A title';");
    expect(code).toContain("export const page$check$send = 'Send it';");
    expect(code).toContain('export const page = { title: page$title, check: page$check }');
  });

  it('stays as it is where a name is not plain to see', async () => {
    expect(await wordByWord('words.ts', TABLE)).toContain("labels = { a: 'One', ...others }");
  });
});

describe('who says words', () => {
  const IMPORT = "import { page as words } from '#shared/text/en/page.ts';\n";

  it('imports the words it says, one by one', async () => {
    const code = await said(`${IMPORT}export const a = [words.title, words.check.send];`);
    expect(code).toContain('export const a = [$page$title, $page$check$send]');
    expect(code).toContain('import { page$title as $page$title, page$check$send as $page$check$send }');
  });

  it('may name a part of the table first', async () => {
    const code = await said(`${IMPORT}const check = words.check;\nexport const a = check.send;`);
    expect(code).toContain('export const a = $page$check$send');
    expect(code).not.toContain('const check');
  });

  it('imports a part whole where a word of it is looked up by a code', async () => {
    const code = await said(`${IMPORT}export const a = (code) => words.check[code];`);
    expect(code).toContain('$page$check[code]');
  });

  it('is left alone where it hands the table on, or uses its name for something else', async () => {
    for (const rest of ['export const a = show(words);', 'export const a = (words) => words.title;']) {
      expect(await said(IMPORT + rest)).toContain(rest);
    }
  });
});
