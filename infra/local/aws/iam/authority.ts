import type { Assembly } from '../../assembly/assembly.ts';
import type { AccessRequest, Grant, Refusal, RequestContext } from '../access.ts';
import { type Caller, callersOf } from './caller.ts';
import { type Decision, evaluate, evaluateWithResource } from './evaluate.ts';
import { createLedger } from './ledger.ts';
import { guardedResources } from './resource-policies.ts';
import type { Statement } from './statement.ts';

/** Judges every act of every role from the synthesized policies, and remembers refusals and uses. */
export type Authority = {
  callers: ReadonlyMap<string, Caller>;
  /** Undefined when allowed; else the refusal: recorded, announced the first time, counted after. */
  authorize(request: AccessRequest): Refusal | undefined;
  /** Counts an act as a use of the grant, where there is one; nobody is refused. */
  note(request: AccessRequest): void;
  /** Records and announces a refusal that another rule than a role's policies found. */
  refuse(request: AccessRequest, callerName: string, reason: string): Refusal;
  /** Whether some statement of the caller asks about condition keys of this service (`dynamodb:`). */
  looksAt(caller: string, prefix: string): boolean;
  /** Whether some statement of the caller asks what time it is, so that no answer may be remembered. */
  dependsOnTime(caller: string): boolean;
  refusals(): readonly Refusal[];
  unusedGrants(): Grant[];
};
export type AuthorityOptions = {
  assembly: Assembly;
  clock: () => Date;
  onRefusal?: ((refusal: Refusal) => void) | undefined;
};

/** Reads every policy at once, so that one nobody can judge stops the start, not a later request. */
export function createAuthority({ assembly, clock, onRefusal }: AuthorityOptions): Authority {
  const callers = callersOf(assembly);
  const guarded = guardedResources(assembly);
  const ledger = createLedger();
  const refusals = new Map<string, Refusal>();
  const allowed = new Set<string>();

  const judge = (caller: Caller, request: AccessRequest): Decision => {
    const context = contextOf(caller, request, clock());
    const question = {
      action: request.action,
      resource: request.resource,
      principal: caller.roleArn,
      context,
    };
    const resource = guarded.get(request.resource);
    return resource === undefined
      ? evaluate(caller.statements, question)
      : evaluateWithResource(caller.statements, resource, question);
  };
  const refuse = (request: AccessRequest, name: string, reason: string): Refusal => {
    const fresh = refusalOf(request, name, reason, clock());
    const earlier = refusals.get(fresh.message);
    if (earlier !== undefined) {
      earlier.times += 1;
      return earlier;
    }
    refusals.set(fresh.message, fresh);
    onRefusal?.(fresh);
    return fresh;
  };

  return {
    callers,
    authorize: (request) => {
      const known = cacheKey(request);
      if (known !== undefined && allowed.has(known)) return undefined;
      const caller = callers.get(request.caller);
      if (caller === undefined)
        return refuse(request, request.caller, 'the assembly has no such function or role');
      const decision = judge(caller, request);
      if (!decision.allowed) return refuse(request, caller.name, decision.reason);
      ledger.use(decision.by, request.action, request.resource);
      if (known !== undefined && !dependsOnTime(caller)) allowed.add(known);
      return undefined;
    },
    note: (request) => {
      const caller = callers.get(request.caller);
      if (caller === undefined) return;
      const decision = judge(caller, request);
      if (decision.allowed) ledger.use(decision.by, request.action, request.resource);
    },
    refuse,
    looksAt: (id, prefix) =>
      callers.get(id)?.statements.some((it) => it.conditions.some(({ key }) => key.startsWith(prefix))) ??
      false,
    dependsOnTime: (id) => dependsOnTime(callers.get(id)),
    refusals: () => [...refusals.values()],
    unusedGrants: () => ledger.unused(callers.values()),
  };
}

/** Only what depends on nothing but who, what and where may be remembered. */
function cacheKey({ caller, action, resource, context }: AccessRequest): string | undefined {
  if (context === undefined) return `${caller} ${action} ${resource}`;
  const via = context['kms:ViaService'];
  return Object.keys(context).length === 1 && typeof via === 'string'
    ? `${caller} ${action} ${resource} ${via}`
    : undefined;
}

const dependsOnTime = (caller: Caller | undefined): boolean =>
  (caller?.statements ?? []).some((statement: Statement) =>
    statement.conditions.some(({ key }) => key === 'aws:currenttime' || key === 'aws:epochtime'),
  );

/** What IAM puts into every request, with the keys the call itself brings; names in lower case. */
function contextOf(caller: Caller, request: AccessRequest, now: Date): RequestContext {
  const [, , , region, account] = request.resource.split(':');
  const own = Object.entries(request.context ?? {}).map(
    ([key, value]) => [key.toLowerCase(), value] as const,
  );
  return {
    'aws:currenttime': now.toISOString(),
    'aws:epochtime': String(Math.floor(now.getTime() / 1000)),
    'aws:principalaccount': caller.account,
    'aws:principalarn': caller.roleArn,
    'aws:principalisawsservice': 'false',
    'aws:principaltype': 'AssumedRole',
    'aws:resourceaccount': account || caller.account,
    // On AWS a function's SDK speaks TLS; the loopback here stands for that.
    'aws:securetransport': 'true',
    'aws:viaawsservice': 'false',
    ...(region !== undefined && region !== '' && { 'aws:requestedregion': region }),
    'kms:calleraccount': caller.account,
    ...Object.fromEntries(own),
  };
}

function refusalOf(request: AccessRequest, name: string, reason: string, now: Date): Refusal {
  const { caller, action, resource } = request;
  const via = request.context?.['kms:ViaService'];
  const through = via === undefined ? '' : ` (through ${via})`;
  const message = `${name} (${caller}) may not ${action} on ${resource}${through}: ${reason}`;
  return { at: now.toISOString(), caller, callerName: name, action, resource, reason, message, times: 1 };
}
