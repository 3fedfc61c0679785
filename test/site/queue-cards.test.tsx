import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { QueueRow } from '#shared/api/queue.ts';
import { QueueKind } from '#shared/model/task.ts';
import { valuesOf } from '#test/support/from-schema.ts';
import { QueueSection } from '../../site/src/islands/queue/card.tsx';

const NOW = '2026-11-23T10:00:00.000Z';
const call = () => Promise.reject(new Error('Nothing is sent here'));

/** Two rows of a kind that are about two things. */
function twoOf(kind: QueueKind): QueueRow[] {
  const ofKind = valuesOf(QueueRow).filter((value) => Object(value).kind === kind);
  const rows = fc.sample(ofKind, { numRuns: 2, seed: 7 });
  return rows.map((row, at) =>
    QueueRow.parse({
      ...Object(row),
      since: NOW,
      waitUntil: NOW,
      ...(kind === 'gap'
        ? { need: ['food', 'work'][at] }
        : { groupName: `Group ${at}`, title: `Fund ${at}` }),
      ...(kind === 'check' && { twin: null, twinFrom: null }),
    }),
  );
}

/** What somebody hears who goes from one thing to press or to answer to the next. */
const namesIn = (html: string): string[] =>
  [...html.matchAll(/<(button|summary|legend)[^>]*>(.*?)<\/\1>/gs)].map(([, , inside = '']) =>
    inside
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

describe('the cards of a coordinator’s queue', () => {
  it.each(QueueKind.options)('never say the same of two things that wait: %s', (kind) => {
    const rows = twoOf(kind);
    const names = namesIn(
      render(<QueueSection kind={kind} rows={rows} now={NOW} call={call} onDone={() => {}} />),
    );
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
