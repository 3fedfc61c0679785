import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GoLiveRow } from '#shared/model/go-live.ts';

const LIST = fileURLToPath(new URL('../../../docs/go-live.md', import.meta.url));

/** The go-live list as docs/go-live.md has it, each row with its code: the document is the list. */
export function goLiveRows(): { row: GoLiveRow; what: string; who: string }[] {
  const lines = readFileSync(LIST, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| what ') && !line.startsWith('|--'));
  if (lines.length !== GoLiveRow.options.length)
    throw new Error(`docs/go-live.md has ${lines.length} rows, the portal knows ${GoLiveRow.options.length}`);
  return GoLiveRow.options.map((row, index) => {
    const [, what = '', who = ''] = (lines[index] ?? '').split('|').map((cell) => cell.trim());
    return { row, what, who };
  });
}
