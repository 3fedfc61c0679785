import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import { only } from './http-api.ts';
import { readShape } from './read-shape.ts';

export type IdentitySpec = {
  userPoolId: string;
  issuer: string;
  clients: {
    logicalId: string;
    id: string;
    callbackUrls: string[];
    logoutUrls: string[];
    scopes: string[];
    /** Whether the client has a secret (ours has none: code with PKCE). */
    secret: boolean;
  }[];
};

const ClientShape = z.object({
  CallbackURLs: z._default(z.array(z.string()), []),
  LogoutURLs: z._default(z.array(z.string()), []),
  AllowedOAuthScopes: z._default(z.array(z.string()), []),
  GenerateSecret: z._default(z.boolean(), false),
});

/** The one Cognito user pool and its clients. */
export function identityOf(assembly: Assembly): IdentitySpec {
  const pool = only(assembly.resources('AWS::Cognito::UserPool'), 'user pool');
  return {
    userPoolId: pool.ref,
    issuer: pool.attribute('ProviderURL'),
    clients: assembly.resources('AWS::Cognito::UserPoolClient').map((resource) => {
      const shape = readShape(resource, ClientShape);
      return {
        logicalId: resource.logicalId,
        id: resource.ref,
        callbackUrls: shape.CallbackURLs,
        logoutUrls: shape.LogoutURLs,
        scopes: shape.AllowedOAuthScopes,
        secret: shape.GenerateSecret,
      };
    }),
  };
}
