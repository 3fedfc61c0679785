/** What an intrinsic may look up; each throws a sentence naming what it cannot find. */
export type Scope = {
  /** For messages: `Function Staff8A2F of stack Portal`. */
  where: string;
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): string;
  exported(name: string): unknown;
  output(stack: string, name: string): unknown;
  mapping(map: string, first: string, second: string): unknown;
  condition(name: string): boolean;
};

/** Stands for `AWS::NoValue`: the property is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => scope.ref(text(name, scope)),
  'Fn::GetAtt': (argument, scope) => {
    const [id, ...rest] = typeof argument === 'string' ? argument.split('.') : list(argument, scope);
    return scope.attribute(text(id, scope), rest.map((part) => text(part, scope)).join('.'));
  },
  'Fn::Join': (argument, scope) => {
    const [delimiter, parts] = list(argument, scope);
    return list(resolve(parts, scope), scope)
      .map((part) => text(part, scope))
      .join(text(delimiter, scope));
  },
  'Fn::Sub': (argument, scope) => {
    const [body, variables] = typeof argument === 'string' ? [argument, {}] : list(argument, scope);
    return substitute(text(body, scope), record(resolve(variables ?? {}, scope)), scope);
  },
  'Fn::Select': (argument, scope) => {
    const [index, source] = list(argument, scope);
    const chosen = list(resolve(source, scope), scope)[Number(text(resolve(index, scope), scope))];
    return chosen === undefined ? fail(scope, 'Fn::Select points past the end of its list') : chosen;
  },
  'Fn::Split': (argument, scope) => {
    const [delimiter, source] = list(argument, scope);
    return text(resolve(source, scope), scope).split(text(delimiter, scope));
  },
  'Fn::Base64': (argument, scope) => Buffer.from(text(resolve(argument, scope), scope)).toString('base64'),
  'Fn::ImportValue': (argument, scope) => scope.exported(text(resolve(argument, scope), scope)),
  'Fn::GetStackOutput': (argument, scope) => {
    const wanted = record(resolve(argument, scope));
    return scope.output(text(wanted['StackName'], scope), text(wanted['OutputName'], scope));
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = list(resolve(argument, scope), scope);
    return scope.mapping(text(map, scope), text(first, scope), text(second, scope));
  },
  'Fn::GetAZs': (_, scope) =>
    ['a', 'b', 'c'].map((zone) => `${text(scope.ref('AWS::Region'), scope)}${zone}`),
  'Fn::If': (argument, scope) => {
    const [name, yes, no] = list(argument, scope);
    return resolve(scope.condition(text(name, scope)) ? yes : no, scope);
  },
  Condition: (name, scope) => scope.condition(text(name, scope)),
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(resolve(argument, scope), scope);
    return JSON.stringify(left) === JSON.stringify(right);
  },
  'Fn::And': (argument, scope) => list(resolve(argument, scope), scope).every((part) => part === true),
  'Fn::Or': (argument, scope) => list(resolve(argument, scope), scope).some((part) => part === true),
  'Fn::Not': (argument, scope) => list(resolve(argument, scope), scope)[0] !== true,
};

/** The value with every intrinsic replaced by what it means locally; throws naming `scope.where` otherwise. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') return plain(value, scope);
  if (Array.isArray(value)) {
    return value.map((part) => resolve(part, scope)).filter((part) => part !== NO_VALUE);
  }
  if (typeof value !== 'object' || value === null) return value;
  const call = callIn(value, scope);
  if (call !== undefined) return call.intrinsic(call.argument, scope);
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, resolve(part, scope)] as const)
      .filter(([, part]) => part !== NO_VALUE),
  );
}

function plain(value: string, scope: Scope): string {
  return value.includes('{{resolve:')
    ? fail(scope, `has the dynamic reference ${value}, which only a deploy can read`)
    : value;
}

function callIn(value: object, scope: Scope): { intrinsic: Intrinsic; argument: unknown } | undefined {
  const [only, ...others] = Object.entries(value);
  if (only === undefined || others.length > 0) return undefined;
  const [name, argument] = only;
  const intrinsic = INTRINSICS[name];
  // `Condition` is an intrinsic only with a name as its argument; a policy's Condition is an object.
  if (intrinsic !== undefined && (name !== 'Condition' || typeof argument === 'string')) {
    return { intrinsic, argument };
  }
  return name.startsWith('Fn::')
    ? fail(scope, `uses ${name}, which the local cloud does not know`)
    : undefined;
}

function substitute(body: string, variables: Record<string, unknown>, scope: Scope): string {
  return body.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal === '!') return `\${${name}}`;
    if (Object.hasOwn(variables, name)) return text(variables[name], scope);
    const [id, ...attribute] = name.trim().split('.');
    return attribute.length === 0 || id === undefined
      ? text(scope.ref(name.trim()), scope)
      : scope.attribute(id, attribute.join('.'));
  });
}

function text(value: unknown, scope: Scope): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return fail(scope, `has ${JSON.stringify(value)} where a piece of text is needed`);
}

function list(value: unknown, scope: Scope): unknown[] {
  return Array.isArray(value) ? value : fail(scope, `has ${JSON.stringify(value)} where a list is needed`);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function fail(scope: Scope, problem: string): never {
  throw new Error(`${scope.where} ${problem}.`);
}
