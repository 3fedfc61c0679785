import type { Grant } from '../access.ts';
import type { Caller } from './caller.ts';
import { matchesAction, matchesResource } from './pattern.ts';
import type { Statement } from './statement.ts';

/** Which of the grants in roles' policies somebody has made use of. */
export type Ledger = {
  use(by: readonly Statement[], action: string, resource: string): void;
  unused(callers: Iterable<Caller>): Grant[];
};

/** An empty ledger: a grant is one action pattern on one resource pattern of an Allow statement. */
export function createLedger(): Ledger {
  const used = new WeakMap<Statement, Set<string>>();
  return {
    use: (by, action, resource) => {
      for (const statement of by) {
        const marks = used.get(statement) ?? new Set<string>();
        used.set(statement, marks);
        for (const [actionPattern, resourcePattern] of grantsIn(statement)) {
          const covers = matchesAction(actionPattern, action) && matchesResource(resourcePattern, resource);
          if (covers || statement.actionsExcept || statement.resourcesExcept) {
            marks.add(`${actionPattern} ${resourcePattern}`);
          }
        }
      }
    },
    unused: (callers) =>
      [...callers].flatMap((caller) =>
        caller.statements
          .filter((statement) => statement.effect === 'Allow')
          .flatMap((statement) =>
            grantsIn(statement)
              .filter(([action, resource]) => !used.get(statement)?.has(`${action} ${resource}`))
              .map(([action, resource]) => grantOf(caller, statement, action, resource)),
          ),
      ),
  };
}

function grantsIn(statement: Statement): [string, string][] {
  return statement.actions.flatMap((action) =>
    statement.resources.map((resource): [string, string] => [action, resource]),
  );
}

const grantOf = (caller: Caller, statement: Statement, action: string, resource: string): Grant => ({
  caller: caller.id,
  callerName: caller.name,
  action,
  resource,
  source: statement.source,
});
