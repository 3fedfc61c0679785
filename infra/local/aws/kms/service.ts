import type { RequestContext } from '../access.ts';
import { accessDenied, badRequest } from '../failure.ts';
import type { Authority } from '../iam/authority.ts';
import type { KeyStore, LocalKey } from './key-store.ts';
import { PROVING } from './proving.ts';
import { SEALING } from './sealing.ts';

export type KmsService = (call: {
  caller: string;
  operation: string;
  body: unknown;
}) => Record<string, unknown>;

/** The key service: real cryptography, keys that never leave it, every use judged. */
export function createKms(store: KeyStore, authority: Authority): KmsService {
  return ({ caller, operation, body }) => {
    const run = SEALING[operation] ?? PROVING[operation];
    if (run === undefined) {
      throw badRequest('UnknownOperationException', `The local key service does not do ${operation}.`);
    }
    const admit = (action: string, key: LocalKey, asked: RequestContext = {}) => {
      const context = { 'kms:KeySpec': key.spec, 'kms:KeyUsage': key.usage, ...asked };
      const refusal = authority.authorize({ caller, action: `kms:${action}`, resource: key.arn, context });
      if (refusal !== undefined) throw accessDenied(refusal);
      return key;
    };
    return run(body, { store, admit });
  };
}
