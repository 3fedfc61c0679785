import type { Assembly } from './assembly.ts';

export type IdentitySpec = {
  userPoolId: string;
  issuer: string;
  clients: {
    logicalId: string;
    id: string;
    callbackUrls: string[];
    logoutUrls: string[];
    scopes: string[];
  }[];
};

/** The one Cognito user pool and its clients. */
export function identityOf(assembly: Assembly): IdentitySpec {
  throw new Error(`Not readable yet: ${assembly.directory}`);
}
