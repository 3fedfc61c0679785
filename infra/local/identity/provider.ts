import Provider, { type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { v5 } from 'uuid';
import type { IdentityKeys } from './keys.ts';
import { faultPage, PAGE_POLICY } from './page.ts';
import type { IdentitySettings, Person } from './protocol.ts';
import { createStorage } from './storage.ts';

const SUBJECTS = '0f0d5f7b-52b2-4a3f-9a55-0cc5f0c9a1d4';

/** Interactions live under the issuer at this path. */
export const INTERACTION_PATH = '/interaction';

/** The subject of an email address: the same for ever, and not the address itself. */
export const subjectOf = (email: string) => v5(email.trim().toLowerCase(), SUBJECTS);

/** An address somebody has signed in with, by subject: what the claims are made of. */
export type Accounts = Map<string, { email: string; name: string }>;

export function remember(accounts: Accounts, email: string, people: readonly Person[]): string {
  const address = email.trim().toLowerCase();
  const subject = subjectOf(address);
  const name = people.find((person) => person.email.toLowerCase() === address)?.name ?? address;
  accounts.set(subject, { email: address, name });
  return subject;
}

/** The OpenID provider that stands for the user pool: code with PKCE, no passwords, no consent page. */
export function createProvider(settings: IdentitySettings, keys: IdentityKeys, accounts: Accounts): Provider {
  const configuration: Configuration = {
    adapter: createStorage(),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookieKey], short: { path: '/_local/oidc' }, long: { path: '/_local/oidc' } },
    clients: settings.clients.map(({ id, callbackUrls, logoutUrls }) => ({
      client_id: id,
      redirect_uris: callbackUrls,
      post_logout_redirect_uris: logoutUrls,
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: 'RS256',
    })),
    pkce: { required: () => true },
    scopes: ['openid', 'email', 'profile'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    // Nobody stays signed in here, so there is nothing to sign out of: the portal goes straight to its own page.
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { policy: alwaysAsking(), url: (_, { uid }) => `/_local/oidc${INTERACTION_PATH}/${uid}` },
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 300,
      IdToken: 300,
      Interaction: 3600,
      Session: 3600,
      Grant: 3600,
    },
    findAccount: (_, sub) => {
      const account = accounts.get(sub);
      return account && { accountId: sub, claims: () => ({ sub, ...account, email_verified: true }) };
    },
    loadExistingGrant: grantEverythingAsked,
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.set('content-security-policy', PAGE_POLICY);
      ctx.body = faultPage(out.error_description ?? out.error);
    },
  };
  const provider = new Provider(settings.issuer, configuration);
  // The portal stands in front on the same address; it passes the host as the browser named it.
  provider.proxy = true;
  return provider;
}

/** Nobody stays signed in here: each sign-in asks who it is for, so that one person can try every role. */
function alwaysAsking(): interactionPolicy.DefaultPolicy {
  const { Check, base } = interactionPolicy;
  const policy = base();
  const asked = ({ oidc }: KoaContextWithOIDC) =>
    oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
  policy.get('login')?.checks.add(new Check('ask_each_time', 'Each sign-in asks who it is for', asked));
  return policy;
}

async function grantEverythingAsked({ oidc }: KoaContextWithOIDC) {
  const { client, session } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}
