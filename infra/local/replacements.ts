import { createHash } from 'node:crypto';
import type { BehaviourSpec } from './assembly/distribution.ts';
import type { EventSourceSpec } from './assembly/event-sources.ts';

/**
 * The one list of what the local cloud replaces in the synthesized template. Everything else a function,
 * a mapping or a behaviour gets is the template's own; a test fails on any other difference. Beside this list
 * only the global Date of each worker differs: it follows the shared clock (clock/replace-date.ts).
 */
export type LocalAddresses = {
  /** `http://localhost:4600` */
  origin: string;
  /** The OpenID issuer that stands for the user pool. */
  issuer: string;
  /** Where every AWS service answers. */
  awsUrl: string;
  /** The local address of a queue the template names by its address on AWS; other text unchanged. */
  queueUrl: (value: string) => string;
};

/** Variables of the template that get a local value where the template sets them. */
const REPLACED_VARIABLES = {
  ORIGIN: ({ origin }: LocalAddresses) => origin,
  OIDC_ISSUER: ({ issuer }: LocalAddresses) => issuer,
} as const;

/** Variables that hold the address of a queue: the SDK calls it as it stands. */
const QUEUE_VARIABLE = /^QUEUE_[A-Z_]+_URL$/;

/** Variables added to every function: the SDK's own way of finding a service elsewhere. */
const ADDED_VARIABLES = {
  AWS_ENDPOINT_URL: ({ awsUrl }: LocalAddresses) => awsUrl,
} as const;

/** Names for the test and the documentation. */
export const REPLACED = {
  variables: Object.keys(REPLACED_VARIABLES),
  variablePattern: QUEUE_VARIABLE,
  added: Object.keys(ADDED_VARIABLES),
  eventSource: ['windowSeconds'],
  behaviour: ['viewerProtocol'],
} as const;

/** The template's environment of a function with the local addresses in place. */
export function replaceEnvironment(
  template: Readonly<Record<string, string>>,
  local: LocalAddresses,
): Record<string, string> {
  const environment = { ...template };
  for (const [name, value] of Object.entries(REPLACED_VARIABLES))
    if (name in environment) environment[name] = value(local);
  for (const [name, value] of Object.entries(environment))
    if (QUEUE_VARIABLE.test(name)) environment[name] = local.queueUrl(value);
  for (const [name, value] of Object.entries(ADDED_VARIABLES)) environment[name] = value(local);
  return environment;
}

/** A mapping without its batch window: on a laptop nobody waits twenty seconds to save an invocation. */
export function replaceEventSource(spec: EventSourceSpec): EventSourceSpec {
  return { ...spec, windowSeconds: 0 };
}

/** A behaviour over plain HTTP: the origin is a loopback host, which browsers trust as they do HTTPS. */
export function replaceBehaviour(spec: BehaviourSpec): BehaviourSpec {
  return { ...spec, viewerProtocol: 'allow-all' };
}

/** An address of return or departure at the local origin: the template names the production one. */
export function replaceOrigin(url: string, { origin }: Pick<LocalAddresses, 'origin'>): string {
  const { pathname, search } = new URL(url);
  return `${origin}${pathname}${search}`;
}

/**
 * What the deploy passes for the template's parameters, and the runner too: a fresh origin secret to the
 * distribution, its SHA-256 to the functions.
 */
export function deployParameters(originSecret: string): Readonly<Record<string, string>> {
  return {
    OriginSecret: originSecret,
    OriginHashes: createHash('sha256').update(originSecret).digest('hex'),
  };
}
