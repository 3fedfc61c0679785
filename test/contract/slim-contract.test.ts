import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { asCode } from '../../site/as-code.ts';
import { formsOnly, routesOnly } from '../../site/slim-contract.ts';
import { ruleOf } from '../../site/src/lib/rule-of.ts';

/** Every file that declares routes. */
const RESOURCES: Record<string, Record<string, unknown>> = {};
for (const file of readdirSync('shared/api')) {
  const name = file.replace('.ts', '');
  if (!['endpoint', 'fields', 'index', 'problem'].includes(name))
    RESOURCES[name] = await import(`../../shared/api/${name}.ts`);
}
const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'boundary' in value && 'path' in value;
const plain = (name: string): string =>
  stripTypeScriptTypes(readFileSync(resolve('shared/api', `${name}.ts`), 'utf8'));

/** All that asking takes; who else may is the server's to judge. */
const asked = ({ method, path, roles }: Endpoint) =>
  roles === 'anyone' ? { method, path, roles } : { method, path };

/** Runs code that stands on its own, as a browser would. */
const run = async (code: string): Promise<Record<string, Endpoint>> =>
  import(`data:text/javascript,${encodeURIComponent(code)}`);

describe('what a browser gets of the contract', () => {
  it.each(Object.entries(RESOURCES))(
    'of %s are its routes as plain data, without one schema',
    async (name, full) => {
      const code = plain(name);
      const routes = await run(routesOnly(code, parseAst(code).body));
      for (const [key, endpoint] of Object.entries(full).filter(([, value]) => isEndpoint(value))) {
        if (!isEndpoint(endpoint)) continue;
        expect(routes[key], key).toEqual(asked(endpoint));
      }
    },
  );

  it.each(Object.entries(RESOURCES))('of %s for a form are the rules of the bodies too', async (_, full) => {
    const code = formsOnly(full);
    expect(code).not.toMatch(/\breply:|\bsummary:|\brefusals:|\bboundary:|\bimport\b/);
    const forms = await run(code);
    for (const [key, endpoint] of Object.entries(full)) {
      // The search is a plain form: it works without a rule.
      if (!isEndpoint(endpoint) || endpoint.method === 'GET' || endpoint.path === '/find') continue;
      const { body, form = body } = endpoint;
      expect(forms[key], key).toEqual({ ...asked(endpoint), body: expect.anything() });
      expect(asCode(forms[key]?.body), key).toBe(asCode(ruleOf(form)));
    }
  });
});
