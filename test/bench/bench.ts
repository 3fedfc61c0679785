/**
 * The figures of the design as ratios measured in one run. `npm run bench` runs every part and writes
 * docs/bench.md; `npm run bench -- search pages` runs some and only prints. Wall times on a shared
 * machine say little: CPU and ratios come first, rounds are interleaved, medians are taken.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { buildAll } from '#infra/build/build.ts';
import { coldStartRows } from './cold-start.ts';
import { pageRows } from './pages.ts';
import { referralRows } from './referral-units.ts';
import { asTable, type Row } from './row.ts';
import { searchRows } from './search.ts';
import { startRows } from './start-times.ts';

const PARTS: Record<string, () => Promise<Row[]> | Row[]> = {
  start: startRows,
  pages: pageRows,
  cold: coldStartRows,
  search: searchRows,
  referral: referralRows,
};

mkdirSync('.tmp', { recursive: true });
await buildAll();
const asked = process.argv.slice(2);
const rows: Row[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`measuring ${name} …\n`);
  rows.push(...(await part()));
}
const load = loadavg().map((value) => value.toFixed(1));
const report = `# Bench

Written by \`npm run bench\`: each figure beside its anchor, measured in the same run on ${availableParallelism()} cores, Node
${process.version}, load average at the end ${load.join(', ')}.

${asTable(rows)}
`;
process.stdout.write(`\n${report}\n`);
if (asked.length === 0) writeFileSync('docs/bench.md', report);
process.exitCode = rows.some(({ met }) => met === false) ? 1 : 0;
