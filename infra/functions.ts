import type { FunctionName } from '#functions/runtime/env.ts';
import { followers } from './functions/followers.ts';
import { httpFunctions } from './functions/http.ts';
import type { AnyDeployed, Deployed } from './functions/spec.ts';

/** Every function, by name. The compiler holds each to the environment its entry reads. */
export const FUNCTIONS: { readonly [Name in FunctionName]: Deployed<Name> } = {
  ...httpFunctions,
  ...followers,
};

export const deployed: readonly AnyDeployed[] = Object.values(FUNCTIONS);
