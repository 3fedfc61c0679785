import path from 'node:path';
import { attributeOf, type Declared, referenceTo } from './identifiers.ts';
import { NO_VALUE, resolve, type Scope } from './intrinsics.ts';
import { type Declaration, type RawAssembly, readRawAssembly, type StackTemplate } from './template.ts';

/** One resource of the synthesized assembly, its properties resolved to local values. */
export type Resource = {
  stack: string;
  region: string;
  account: string;
  logicalId: string;
  type: string;
  properties: Record<string, unknown>;
  /** What `Ref` and `Fn::GetAtt` of it mean locally. */
  ref: string;
  attribute(name: string): string;
};

/** A synthesized cloud assembly, read from disk. Projections beside this file give its typed parts. */
export type Assembly = {
  /** Absolute path of cdk.out. */
  directory: string;
  /** Names of the stacks, in the order of deployment. */
  stacks: readonly string[];
  /** Every resource of the given types with resolved properties; throws naming what cannot be resolved. */
  resources(...types: string[]): Resource[];
  /** The directory or file of an asset by its hash or by its object key (`<hash>.zip`). */
  asset(key: string): string | undefined;
};

/** Reads cdk.out: manifest, templates and assets of every stack (nested stages included). */
export function loadAssembly(directory: string): Assembly {
  const absolute = path.resolve(directory);
  return assemble(absolute, readRawAssembly(absolute));
}

/** An assembly from what was already read; tests hand in a changed copy of a template. */
export function assemble(directory: string, raw: RawAssembly): Assembly {
  const byType = new Map<string, Resource[]>();
  const ofType = (type: string): Resource[] => {
    const known = byType.get(type);
    if (known !== undefined) return known;
    const found = raw.stacks.flatMap((stack) => resourcesOf(stack, type, stackScope(stack, raw.stacks)));
    byType.set(type, found);
    return found;
  };
  return {
    directory,
    stacks: raw.stacks.map((stack) => stack.name),
    resources: (...types) => types.flatMap(ofType),
    asset: (key) => raw.assets.get(key) ?? raw.assets.get(key.replace(/\.[a-z]+$/, '')),
  };
}

function resourcesOf(stack: StackTemplate, type: string, scope: Scope): Resource[] {
  return Object.entries(stack.template.Resources)
    .filter(([, it]) => it.Type === type)
    .filter(([, it]) => it.Condition === undefined || scope.condition(it.Condition))
    .map(([logicalId, it]) => {
      const own = declared(stack, logicalId, it, scope);
      const where = { ...scope, where: `${logicalId} (${it.Type}, stack ${stack.name})` };
      return {
        stack: stack.name,
        region: stack.region,
        account: stack.account,
        logicalId,
        type: it.Type,
        properties: Object.fromEntries(
          Object.entries(it.Properties ?? {})
            .map(([name, value]) => [name, resolve(value, where)] as const)
            .filter(([, value]) => value !== NO_VALUE),
        ),
        get ref() {
          return referenceTo(own);
        },
        attribute: (name) => attributeOf(own, name),
      };
    });
}

function declared(stack: StackTemplate, logicalId: string, it: Declaration, scope: Scope): Declared {
  return {
    stack: stack.name,
    account: stack.account,
    region: stack.region,
    logicalId,
    type: it.Type,
    property: (name) => {
      const value = it.Properties?.[name];
      if (value === undefined) return undefined;
      const resolved = resolve(value, { ...scope, where: `${logicalId} (${it.Type}, stack ${stack.name})` });
      return resolved === NO_VALUE ? undefined : String(resolved);
    },
  };
}

function stackScope(stack: StackTemplate, all: readonly StackTemplate[]): Scope {
  const { template } = stack;
  const find = (id: string) => {
    const it = template.Resources[id];
    if (it === undefined) throw new Error(`Stack ${stack.name} refers to ${id}, which it does not declare.`);
    return declared(stack, id, it, scope);
  };
  const scope: Scope = {
    where: `Stack ${stack.name}`,
    ref: (name) => pseudo(stack, name) ?? parameter(stack, name) ?? referenceTo(find(name)),
    attribute: (id, attribute) => attributeOf(find(id), attribute),
    exported: (name) => exportedValue(name, all),
    output: (name, output) => {
      const other = all.find((candidate) => candidate.name === name) ?? missing(name);
      const value = other.template.Outputs[output]?.Value;
      if (value === undefined)
        throw new Error(`Stack ${name} has no output ${output}, which stack ${stack.name} needs.`);
      return resolve(value, stackScope(other, all));
    },
    mapping: (map, first, second) => {
      const value = template.Mappings[map]?.[first]?.[second];
      if (value === undefined)
        throw new Error(`Stack ${stack.name} has no mapping ${map}.${first}.${second}.`);
      return value;
    },
    condition: (name) => {
      const condition = template.Conditions[name];
      if (condition === undefined) throw new Error(`Stack ${stack.name} has no condition ${name}.`);
      return resolve(condition, scope) === true;
    },
  };
  return scope;
}

function exportedValue(name: string, all: readonly StackTemplate[]): unknown {
  for (const stack of all) {
    const scope = stackScope(stack, all);
    const found = Object.values(stack.template.Outputs).find(
      (output) => output.Export !== undefined && resolve(output.Export.Name, scope) === name,
    );
    if (found !== undefined) return resolve(found.Value, scope);
  }
  throw new Error(`No stack exports ${name}.`);
}

function pseudo(stack: StackTemplate, name: string): unknown {
  const values: Record<string, unknown> = {
    'AWS::AccountId': stack.account,
    'AWS::Region': stack.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': `arn:aws:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/local`,
    'AWS::NotificationARNs': [],
    'AWS::NoValue': NO_VALUE,
  };
  return values[name];
}

function parameter(stack: StackTemplate, name: string): unknown {
  const it = stack.template.Parameters[name];
  if (it === undefined) return undefined;
  if (it.Default !== undefined) return it.Default;
  throw new Error(
    `Parameter ${name} of stack ${stack.name} has no default, so the local cloud cannot run it.`,
  );
}

function missing(stack: string): never {
  throw new Error(`The assembly has no stack ${stack}.`);
}
