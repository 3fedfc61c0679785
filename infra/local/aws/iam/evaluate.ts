import { applies, type Question, type Statement } from './statement.ts';

export type Decision = { allowed: true; by: readonly Statement[] } | { allowed: false; reason: string };

/**
 * IAM's order for one set of statements: any Deny that applies refuses; else any Allow that applies
 * gives leave; else nobody gave leave.
 */
export function evaluate(statements: readonly Statement[], question: Question): Decision {
  const applying = statements.filter((statement) => applies(statement, question));
  const denial = applying.find((statement) => statement.effect === 'Deny');
  if (denial !== undefined) return { allowed: false, reason: `${denial.source} denies it` };
  return applying.length > 0
    ? { allowed: true, by: applying }
    : { allowed: false, reason: 'no statement of its role allows it' };
}

/**
 * A role's policies together with the policy on the resource. `delegates`: the resource's policy must
 * itself give leave or hand the decision to the account (keys); else leave from either side is enough
 * (queues, buckets). A Deny on either side always wins.
 */
export function evaluateWithResource(
  role: readonly Statement[],
  onResource: readonly Statement[],
  question: Question & { account: string; delegates: boolean },
): Decision {
  const own = evaluate(role, question);
  const theirs = evaluate(onResource, question);
  if (!own.allowed && own.reason.endsWith('denies it')) return own;
  if (!theirs.allowed && theirs.reason.endsWith('denies it')) return theirs;
  if (theirs.allowed) return own.allowed ? { allowed: true, by: [...own.by, ...theirs.by] } : theirs;
  if (!question.delegates) return own;
  const root = evaluate(onResource, { ...question, principal: `arn:aws:iam::${question.account}:root` });
  if (root.allowed) return own;
  return { allowed: false, reason: 'the key policy neither allows it nor leaves it to the account' };
}
