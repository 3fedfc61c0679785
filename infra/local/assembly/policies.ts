import type { Assembly } from './assembly.ts';

export type Statement = Record<string, unknown>;
export type PolicyDocument = { Version?: string; Statement: Statement[] };
export type RolePolicies = {
  logicalId: string;
  arn: string;
  name: string;
  trust: PolicyDocument;
  /** Inline and attached documents; `source` names the policy resource for messages. */
  documents: { source: string; document: PolicyDocument }[];
  managedPolicyArns: string[];
};

/** Every role with all policy documents that bind it, resolved. */
export function rolesOf(assembly: Assembly): RolePolicies[] {
  return assembly.resources('AWS::IAM::Role').map(() => {
    throw new Error('Not readable yet');
  });
}
