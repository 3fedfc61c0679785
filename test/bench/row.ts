/** One figure of the bench: what was measured beside its anchor of the same run, and the goal. */
export type Row = {
  what: string;
  measured: string;
  anchor: string;
  /** measured / anchor where a ratio makes sense. */
  ratio: string;
  goal: string;
  /** Whether the goal is met; undefined for figures without one. */
  met: boolean | undefined;
};

/** The middle value; the mean of the two middle ones when there is an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value below which the given share (0 to 1) of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The rows as a Markdown table, goals that are not met marked in words. */
export function asTable(rows: readonly Row[]): string {
  const lines = rows.map(({ what, measured, anchor, ratio, goal, met }) => {
    const verdict = met === undefined ? '' : met ? 'met' : '**not met**';
    return `| ${[what, measured, anchor, ratio, goal, verdict].join(' | ')} |`;
  });
  return [
    '| what | measured | anchor, same run | ratio | goal | |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
