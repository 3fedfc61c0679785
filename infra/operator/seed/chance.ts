import { v7 } from 'uuid';

/** Draws that look random and are the same on every machine: one named stream for each thing drawn for. */
export type Chance = {
  /** 0 or more, below 1. */
  next(): number;
  whole(from: number, to: number): number;
  one<T>(choices: readonly T[]): T;
  some<T>(choices: readonly T[], count: number): T[];
  /** True that often: 0.25 is one time in four. */
  often(share: number): boolean;
  /** Draws by weight: `{ open: 3, full: 1 }`. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
};

function hash(text: string): number {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619);
  return value >>> 0;
}

/** The stream of that name (mulberry32, good enough to scatter groups on a map). */
export function chance(name: string): Chance {
  let state = hash(name);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const one = <T>(choices: readonly T[]): T => {
    const chosen = choices[whole(0, choices.length - 1)];
    if (chosen === undefined) throw new Error(`Nothing to choose from in ${name}`);
    return chosen;
  };
  const some = <T>(choices: readonly T[], count: number): T[] => {
    const left = [...choices];
    return Array.from({ length: Math.min(count, left.length) }, () => {
      const [taken] = left.splice(whole(0, left.length - 1), 1);
      if (taken === undefined) throw new Error(`Nothing left in ${name}`);
      return taken;
    });
  };
  const weighted = <K extends string>(weights: Readonly<Record<K, number>>): K => {
    const rows = Object.entries<number>(weights);
    let at = next() * rows.reduce((sum, [, weight]) => sum + weight, 0);
    const found = rows.find(([, weight]) => {
      at -= weight;
      return at < 0;
    });
    // The keys of the record are K by its type; Object.entries forgets it.
    return (found ?? rows[0] ?? [''])[0] as K;
  };
  return { next, whole, one, some, often: (share) => next() < share, weighted };
}

/** The id of a seeded thing: a UUID v7 that is the same at every seeding, so that links to it last. */
export function seededId(name: string): string {
  const draw = chance(`id ${name}`);
  return v7({
    msecs: Date.UTC(2026, 0, 5) + draw.whole(0, 86_400_000),
    seq: draw.whole(0, 0x7fffffff),
    random: Uint8Array.from({ length: 16 }, () => draw.whole(0, 255)),
  });
}
