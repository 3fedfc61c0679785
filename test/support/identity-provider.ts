import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type Account = { sub: string; email?: string; email_verified?: boolean };
export type TestProvider = { issuer: string; accounts: Map<string, Account>; close(): Promise<void> };

/** A real OpenID provider on a loopback port that signs in whoever `login_hint` names, or refuses when it is unknown. */
export async function startProvider(callback: string): Promise<TestProvider> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${address.port}`;
  const accounts = new Map<string, Account>();
  const find = (sub: string) => [...accounts.values()].find((account) => account.sub === sub);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'portal',
        redirect_uris: [callback],
        token_endpoint_auth_method: 'none',
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ ...find(sub), sub }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key for tests only'] },
  });
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response);
    const details = await provider.interactionDetails(request, response);
    const account = accounts.get(String(details.params['login_hint']));
    const denied = { error: 'access_denied', error_description: 'Turned back' };
    const grant = new provider.Grant({ accountId: account?.sub ?? '', clientId: 'portal' });
    grant.addOIDCScope('openid email profile');
    const agreed = { login: { accountId: account?.sub ?? '' }, consent: { grantId: await grant.save() } };
    await provider.interactionFinished(request, response, account === undefined ? denied : agreed);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { issuer, accounts, close };
}

/** Follows the provider's redirects as a browser with cookies of its own, until it comes back to `callback`. */
export async function throughProvider(start: string, callback: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(start);
  for (let hop = 0; hop < 10; hop += 1) {
    if (next.href.startsWith(callback)) return next;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`The provider stopped with ${response.status}`);
    next = new URL(location, next);
  }
  throw new Error('The provider never came back');
}
