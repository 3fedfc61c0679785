import type { KeyService } from '#functions/gateways/key-service.ts';
import type { Ids } from '#functions/runtime/ids.ts';
import type { NewNonce } from '#functions/runtime/secrets.ts';
import type { AreaLookup } from '#functions/store/area.ts';
import type { Table } from '#functions/store/table.ts';

/** What every command works with. The clock is no part of it: the moment of a request is an argument. */
export type Deps = { table: Table; ids: Ids; areas: AreaLookup };

/** What commands that seal or open contact details work with besides. */
export type SealedDeps = Deps & { keys: KeyService; nonce: NewNonce };
