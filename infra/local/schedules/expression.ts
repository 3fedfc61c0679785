import { createCron } from './cron.ts';

/** When a schedule falls due. */
export type Expression = {
  /** The first due instant after one; undefined when there is none. `anchor`: when the schedule began. */
  next: (after: Date, anchor: Date) => Date | undefined;
};

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads `rate(10 minutes)`, `cron(0 7 * * ? *)` or `at(2026-11-23T07:00:00)`; throws on anything else. */
export function readExpression(text: string, timezone: string): Expression {
  const [, kind, inner = ''] = /^(rate|cron|at)\((.+)\)$/.exec(text) ?? [];
  if (kind === 'rate') return rate(inner, text);
  if (kind === 'cron') {
    const cron = createCron(inner, timezone);
    return { next: (after) => cron(after) };
  }
  if (kind === 'at') return once(inner, timezone, text);
  throw new Error(`The schedule ${text} is not run locally.`);
}

function rate(inner: string, text: string): Expression {
  const [, count, unit] = /^(\d+) (minute|hour|day)s?$/.exec(inner) ?? [];
  const period = Number(count) * (UNITS[unit ?? ''] ?? Number.NaN);
  if (!(period > 0)) throw new Error(`The schedule ${text} has no period.`);
  return {
    next: (after, anchor) => {
      const passed = Math.floor((after.getTime() - anchor.getTime()) / period);
      return new Date(anchor.getTime() + (Math.max(passed, 0) + 1) * period);
    },
  };
}

function once(inner: string, timezone: string, text: string): Expression {
  const [, year, month, day, hour, minute] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d)?$/.exec(inner) ?? [];
  if (year === undefined) throw new Error(`The schedule ${text} has no instant.`);
  const cron = createCron(
    [minute, hour, day, month, '?', year].map((part) => String(Number(part) || part)).join(' '),
    timezone,
  );
  return { next: (after) => cron(after) };
}
