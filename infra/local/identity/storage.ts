import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Where the provider keeps codes and interactions: in memory, so that a restart forgets them. */
export function createStorage(): (kind: string) => Adapter {
  const entries = new Map<string, { payload: AdapterPayload; until: number }>();
  const find = (test: (payload: AdapterPayload, key: string) => boolean) => {
    for (const [key, { payload, until }] of entries) {
      if (until < Date.now()) entries.delete(key);
      else if (test(payload, key)) return payload;
    }
    return undefined;
  };
  return (kind) => ({
    upsert: async (id, payload, expiresIn) => {
      const until = Date.now() + (expiresIn ?? 86_400) * 1000;
      entries.set(`${kind}:${id}`, { payload, until });
    },
    find: async (id) => find((_, key) => key === `${kind}:${id}`),
    findByUserCode: async () => undefined,
    findByUid: async (uid) => find((payload, key) => key.startsWith(`${kind}:`) && payload.uid === uid),
    consume: async (id) => {
      const entry = entries.get(`${kind}:${id}`);
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      entries.delete(`${kind}:${id}`);
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}
