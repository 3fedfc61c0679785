import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  type IDToken,
  None,
} from 'openid-client';
import { isOutage, Unavailable } from '#functions/runtime/unavailable.ts';

/** What ties a sign-in's way out to its way back; kept on the server, the browser holds only a key to it. */
export type Handshake = { state: string; nonce: string; verifier: string };
/** Whom the provider vouches for. `verifiedEmail` only where the provider has checked the address. */
export type Vouched = {
  issuer: string;
  subject: string;
  verifiedEmail: string | undefined;
};

export type IdentityProvider = {
  /** Where to send the browser. */
  begin(handshake: Handshake, loginHint: string | undefined): Promise<URL>;
  /** Takes the code back; `refused` when the provider or its answer is not to be believed, `cancelled` when the person turned back. */
  finish(returned: URL, handshake: Handshake): Promise<Vouched | 'cancelled' | 'refused'>;
  /** Where the provider's own session ends, where it says so. */
  endAddress(backTo: string): Promise<URL | undefined>;
};

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** An issuer speaks https; http only on this very machine, where nobody can listen in between. */
export function soundIssuer(issuer: string): URL {
  const url = new URL(issuer);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))) return url;
  throw new Error('The issuer must be https, or http on a loopback host');
}

const SECONDS = 5;

async function discovered(issuer: URL, clientId: string): Promise<Configuration> {
  const insecure = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
  // The id token's signature is checked though it comes straight from the provider.
  const execute = [...insecure, enableNonRepudiationChecks];
  return await discovery(issuer, clientId, undefined, None(), { execute, timeout: SECONDS });
}

/** What the provider's library throws when the network or the provider fails rather than the sign-in. */
function isDown(error: unknown): boolean {
  const chain = [error, error instanceof Error ? error.cause : undefined];
  return chain.some(
    (one) =>
      isOutage(one) ||
      one instanceof TypeError ||
      (one instanceof Response && one.status >= 500) ||
      (one instanceof Error && 'code' in one && one.code === 'OAUTH_TIMEOUT'),
  );
}

function vouchedBy(claims: IDToken | undefined): Vouched | 'refused' {
  if (claims === undefined) return 'refused';
  const email = typeof claims['email'] === 'string' ? claims['email'] : undefined;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    verifiedEmail: claims['email_verified'] === true ? email : undefined,
  };
}

function failureOf(error: unknown): 'cancelled' | 'refused' {
  if (isDown(error)) throw new Unavailable('identity provider', error);
  const cancelled = error instanceof AuthorizationResponseError && error.error === 'access_denied';
  return cancelled ? 'cancelled' : 'refused';
}

/** An OpenID provider by its issuer: authorization code with PKCE (S256), state and nonce; a public client, so no secret. */
export function openIdProvider(options: {
  issuer: string;
  clientId: string;
  callback: string;
}): IdentityProvider {
  const issuer = soundIssuer(options.issuer);
  let found: Promise<Configuration> | undefined;
  const configuration = async (): Promise<Configuration> => {
    found ??= discovered(issuer, options.clientId);
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw new Unavailable('identity provider', error);
    }
  };
  return {
    async begin({ state, nonce, verifier }, loginHint) {
      return buildAuthorizationUrl(await configuration(), {
        redirect_uri: options.callback,
        scope: 'openid email profile',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(loginHint === undefined ? {} : { login_hint: loginHint }),
      });
    },
    async finish(returned, { state, nonce, verifier }) {
      const config = await configuration();
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      };
      try {
        return vouchedBy((await authorizationCodeGrant(config, returned, checks)).claims());
      } catch (error) {
        return failureOf(error);
      }
    },
    async endAddress(backTo) {
      const { end_session_endpoint: end } = (await configuration()).serverMetadata();
      if (end === undefined) return undefined;
      const address = new URL(end);
      address.searchParams.set('client_id', options.clientId);
      address.searchParams.set('post_logout_redirect_uri', backTo);
      // Cognito names the same thing in its own way.
      address.searchParams.set('logout_uri', backTo);
      return address;
    },
  };
}
