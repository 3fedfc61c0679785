import { writeItems } from '#infra/local/engine/load.ts';
import { seedFor } from '#infra/operator/seed/load.ts';
import { NAMES, startEngine, type TestEngine } from '#test/support/engine.ts';

/** The day every seeded test happens on, and a moment of its afternoon. */
export const SEED_DAY = '2026-11-23';
export const SEED_NOW = '2026-11-23T14:30:00.000Z';

/** An engine in memory that holds the demonstration. */
export async function seededEngine(): Promise<TestEngine> {
  const engine = await startEngine();
  await writeItems(
    engine.url,
    seedFor('demo', SEED_NOW, (table) => NAMES[table]),
  );
  return engine;
}
