import { applies, type Question, type Statement } from './statement.ts';

export type Decision =
  | { allowed: true; by: readonly Statement[] }
  /** `denied`: a statement says so; else nobody gave leave. */
  | { allowed: false; denied: boolean; reason: string };

/**
 * IAM's order for one set of statements: any Deny that applies refuses; else any Allow that applies
 * gives leave; else nobody gave leave.
 */
export function evaluate(statements: readonly Statement[], question: Question): Decision {
  const applying = statements.filter((statement) => applies(statement, question));
  const denial = applying.find((statement) => statement.effect === 'Deny');
  if (denial !== undefined) return { allowed: false, denied: true, reason: `${denial.source} denies it` };
  return applying.length > 0
    ? { allowed: true, by: applying }
    : { allowed: false, denied: false, reason: 'no statement of its role allows it' };
}

/** A resource with a policy of its own. `delegates`: that policy must give leave or leave it to the account. */
export type Guarded = { statements: readonly Statement[]; account: string; delegates: boolean };

/**
 * A role's policies together with the policy on the resource. For a key the resource's policy must
 * itself give leave or hand the decision to the account; for a queue or bucket leave from either side
 * is enough. A Deny on either side always wins.
 */
export function evaluateWithResource(
  role: readonly Statement[],
  resource: Guarded,
  question: Question,
): Decision {
  const own = evaluate(role, question);
  const theirs = evaluate(resource.statements, question);
  if (!own.allowed && own.denied) return own;
  if (!theirs.allowed && theirs.denied) return theirs;
  if (theirs.allowed) return own.allowed ? { allowed: true, by: [...own.by, ...theirs.by] } : theirs;
  if (!resource.delegates) return own;
  const root = { ...question, principal: `arn:aws:iam::${resource.account}:root` };
  if (evaluate(resource.statements, root).allowed) return own;
  const reason = 'the key’s own policy neither allows it nor leaves it to the account';
  return { allowed: false, denied: false, reason };
}
