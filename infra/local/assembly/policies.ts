import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import { PolicyDocument } from './policy-document.ts';
import { readShape } from './read-shape.ts';

export type RolePolicies = {
  logicalId: string;
  arn: string;
  name: string;
  /** Who may act as the role. */
  trust: PolicyDocument;
  /** Inline and attached documents; `source` names the policy resource for messages. */
  documents: { source: string; document: PolicyDocument }[];
  /** Policies AWS keeps, by ARN. */
  managedPolicyArns: string[];
};

const Named = z.object({ PolicyName: z.string(), PolicyDocument });
const RoleShape = z.object({
  AssumeRolePolicyDocument: PolicyDocument,
  Policies: z._default(z.array(Named), []),
  ManagedPolicyArns: z._default(z.array(z.string()), []),
  PermissionsBoundary: z.optional(z.undefined('a permissions boundary is not modelled')),
});
const AttachedShape = z.object({ PolicyDocument, Roles: z._default(z.array(z.string()), []) });
const RolePolicyShape = z.object({ PolicyDocument, RoleName: z.string() });

/** Every role with all policy documents that bind it, resolved. */
export function rolesOf(assembly: Assembly): RolePolicies[] {
  const attached = attachedDocuments(assembly);
  return assembly.resources('AWS::IAM::Role').map((resource) => {
    const shape = readShape(resource, RoleShape);
    const own = shape.Policies.map((it) => ({
      source: `${resource.logicalId}/${it.PolicyName}`,
      document: it.PolicyDocument,
    }));
    const customer = attached.filter(
      (it) =>
        it.roles.includes(resource.ref) || (it.arn !== undefined && shape.ManagedPolicyArns.includes(it.arn)),
    );
    return {
      logicalId: resource.logicalId,
      arn: resource.attribute('Arn'),
      name: resource.ref,
      trust: shape.AssumeRolePolicyDocument,
      documents: [...own, ...customer.map(({ source, document }) => ({ source, document }))],
      managedPolicyArns: shape.ManagedPolicyArns.filter((arn) => !attached.some((it) => it.arn === arn)),
    };
  });
}

type Attached = { source: string; arn: string | undefined; roles: string[]; document: PolicyDocument };

function attachedDocuments(assembly: Assembly): Attached[] {
  const policies = assembly.resources('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy').map((resource) => {
    const shape = readShape(resource, AttachedShape);
    return {
      source: resource.logicalId,
      arn: resource.type === 'AWS::IAM::ManagedPolicy' ? resource.ref : undefined,
      roles: shape.Roles,
      document: shape.PolicyDocument,
    };
  });
  const single = assembly.resources('AWS::IAM::RolePolicy').map((resource) => {
    const shape = readShape(resource, RolePolicyShape);
    return {
      source: resource.logicalId,
      arn: undefined,
      roles: [shape.RoleName],
      document: shape.PolicyDocument,
    };
  });
  return [...policies, ...single];
}
