import type { Clock } from '#functions/runtime/clock.ts';
import type { Ids } from '#functions/runtime/ids.ts';
import type { Logger } from '#functions/runtime/logger.ts';
import type { Table } from '#functions/store/table.ts';

/** What every HTTP function is built with. */
export type HttpContext = {
  /** The one origin, e.g. `https://portal.example.org`. */
  origin: string;
  /** SHA-256 (hex) of the secrets the distribution may send; two while a new one is rolled out. */
  originSecrets: readonly string[];
  /** Reads sessions and counts stored rates; the public function is built with the directory alone and needs neither. */
  table: Table;
  now: Clock;
  ids: Ids;
  log: Logger;
};
