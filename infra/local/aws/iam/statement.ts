import type { PolicyDocument, Statement as Written } from '../../assembly/policy-document.ts';
import type { RequestContext } from '../access.ts';
import { type Condition, fillIn, holds, readConditions } from './condition.ts';
import { matchesAction, matchesResource } from './pattern.ts';

/** A statement ready to be judged. */
export type Statement = {
  /** The policy resource and the statement's place in it, for messages. */
  source: string;
  effect: 'Allow' | 'Deny';
  actions: readonly string[];
  /** The element was NotAction: everything but `actions`. */
  actionsExcept: boolean;
  resources: readonly string[];
  resourcesExcept: boolean;
  /** Resource policies only: who the statement is about; undefined in a role's policy. */
  principals: readonly string[] | undefined;
  conditions: readonly Condition[];
};
/** What is asked, with every condition key (names in lower case). `principal`: for resource policies. */
export type Question = { action: string; resource: string; principal: string; context: RequestContext };

/** Reads a policy document; throws a sentence naming the policy on what cannot be judged here. */
export function readStatements(source: string, document: PolicyDocument): Statement[] {
  return document.Statement.map((written, index) => {
    const place = `${source}#${written.Sid ?? index}`;
    try {
      return readStatement(place, written);
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The local cloud cannot judge the policy statement ${place}: ${problem}.`, { cause });
    }
  });
}

function readStatement(source: string, written: Written): Statement {
  const actions = written.Action ?? written.NotAction;
  if (actions === undefined) throw new Error('it has neither Action nor NotAction');
  const resources = written.Resource ?? written.NotResource;
  // A role's trust policy and a bucket's have their own resource; nothing else may leave it out.
  if (resources === undefined && written.Principal === undefined) throw new Error('it has no Resource');
  return {
    source,
    effect: written.Effect,
    actions,
    actionsExcept: written.Action === undefined,
    resources: resources ?? ['*'],
    resourcesExcept: written.Resource === undefined && written.NotResource !== undefined,
    principals: written.Principal === undefined ? undefined : principalsIn(written.Principal),
    conditions: readConditions(written.Condition ?? {}),
  };
}

function principalsIn(element: NonNullable<Written['Principal']>): string[] {
  if (element === '*') return ['*'];
  const known = ['AWS', 'Service'];
  const foreign = Object.keys(element).find((kind) => !known.includes(kind));
  if (foreign !== undefined) throw new Error(`the principal kind ${foreign} is not known here`);
  return Object.values(element).flat();
}

/** Whether a statement is about this action on this resource by this principal, conditions included. */
export function applies(statement: Statement, question: Question): boolean {
  return (
    isAbout(statement, question.action, question.resource, question.context) &&
    (statement.principals === undefined || names(statement.principals, question.principal)) &&
    statement.conditions.every((condition) => holds(condition, question.context))
  );
}

function isAbout(statement: Statement, action: string, resource: string, context: RequestContext): boolean {
  const named = statement.actions.some((pattern) => matchesAction(pattern, action));
  if (named === statement.actionsExcept) return false;
  const covered = statement.resources.some((pattern) => {
    const filled = fillIn(pattern, context);
    return filled !== undefined && matchesResource(filled, resource);
  });
  return covered !== statement.resourcesExcept;
}

/** `principal` is a role's ARN or a service's name. IAM knows no wildcard here but the bare `*`. */
const names = (principals: readonly string[], principal: string): boolean =>
  principals.some((it) => it === '*' || it === principal || `arn:aws:iam::${it}:root` === principal);
