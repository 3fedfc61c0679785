import type { FunctionName } from '#functions/runtime/env.ts';

/** Where state lives. Everything but the edge's certificate and web ACL, which AWS keeps in us-east-1. */
export const REGION = 'eu-west-2';
export const EDGE_REGION = 'us-east-1';

/** What costs money or patience beyond the smallest deployment; prices in infra/costs.ts. */
export type StageOptions = {
  /** A web ACL before the distribution: rate rules, and AWS's lists of known bad requests. */
  firewall: boolean;
  /** Cognito's threat protection (the PLUS plan): compromised credentials, unusual sign-ins. */
  threatProtection: boolean;
  /** Most instances of a function at once; without an entry it shares the account's pool. */
  reservedConcurrency: Partial<Record<FunctionName, number>>;
};

export type Stage = {
  name: string;
  /** The one origin is https://<domain>. Named beforehand: it breaks the circle of origins. */
  domain: string;
  /** The Route 53 zone of the domain; without one the operator adds the records the deploy prints. */
  hostedZone: { id: string; name: string } | undefined;
  /** The domain mail is sent from, and the address people see. */
  mail: { domain: string; from: string };
  /** Prefix of the sign-in pages at amazoncognito.com; unique in the region. */
  signInPrefix: string;
  /** Who is told when an alarm goes off. */
  alarmsTo: string;
  /** Days that logs are kept. They hold ids, codes and durations, never a person. */
  logDays: 30 | 90 | 180;
  options: StageOptions;
};

type Draft = Omit<Stage, 'domain'> & { domain: string | undefined };

const usual: StageOptions = { firewall: true, threatProtection: false, reservedConcurrency: {} };

/**
 * Every stage there is. `local` is what `npm start` synthesizes and runs: shaped like production, on
 * a domain that cannot be bought. `production` waits for its operator to write its domain here.
 */
const STAGES: readonly Draft[] = [
  {
    name: 'local',
    domain: 'portal.example.org',
    hostedZone: undefined,
    mail: { domain: 'portal.example.org', from: 'portal@portal.example.org' },
    signInPrefix: 'vcse-portal-local',
    alarmsTo: 'operator@portal.example.org',
    logDays: 90,
    options: usual,
  },
  {
    name: 'production',
    domain: undefined,
    hostedZone: undefined,
    mail: { domain: 'portal.example.org', from: 'portal@portal.example.org' },
    signInPrefix: 'vcse-portal',
    alarmsTo: 'operator@portal.example.org',
    logDays: 90,
    options: usual,
  },
];

/** Domains set aside for examples (RFC 2606, RFC 6761): nothing can be deployed there. */
const FOR_EXAMPLES = /(^|\.)(example(\.(org|com|net))?|test|invalid|localhost)$/;

/** The settings of a stage; throws a sentence when there is no such stage or it names no domain. */
export function stageNamed(name: string): Stage {
  const stage = STAGES.find((candidate) => candidate.name === name);
  const known = STAGES.map((candidate) => candidate.name).join(', ');
  if (stage === undefined) throw new Error(`There is no stage ${name}. infra/stages.ts has: ${known}.`);
  const { domain } = stage;
  if (domain === undefined) {
    throw new Error(
      `Stage ${name} names no domain yet. Write the one it will be reached at in infra/stages.ts.`,
    );
  }
  return { ...stage, domain };
}

/** Why a stage cannot be deployed, in a sentence; undefined when it can. */
export function cannotDeploy(stage: Stage): string | undefined {
  const examples = [stage.domain, stage.mail.domain, stage.alarmsTo.split('@')[1] ?? ''].filter((domain) =>
    FOR_EXAMPLES.test(domain),
  );
  return examples.length === 0
    ? undefined
    : `Stage ${stage.name} still has ${examples.join(', ')}, which nobody can own. Write your own domains in infra/stages.ts.`;
}
