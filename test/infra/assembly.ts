import { readdirSync, readFileSync } from 'node:fs';
import { PATHS } from '#infra/build/paths.ts';

// What CloudFormation calls things is not ours to name, and a template has no type: the tests look
// into it by path, and a path that is not there reads as undefined.
export interface Json {
  [key: string]: Json;
}
const NONE: Json = {};

export type Resource = {
  stack: string;
  id: string;
  type: string;
  properties: Json;
  /** Beside the properties: DeletionPolicy, DependsOn … */
  whole: Json;
};

const SUFFIX = '.template.json';

/** The text of every template that the build wrote, by stack. */
export function templateTexts(directory: string = PATHS.assembly): Map<string, string> {
  const files = readdirSync(directory).filter((file) => file.endsWith(SUFFIX));
  if (files.length === 0) throw new Error(`No template in ${directory}: run npm run build first`);
  return new Map(
    files.map((file) => [file.slice(0, -SUFFIX.length), readFileSync(`${directory}/${file}`, 'utf8')]),
  );
}

const all: Resource[] = [...templateTexts()].flatMap(([stack, text]) =>
  Object.entries<Json>(JSON.parse(text).Resources).map(([id, whole]) => ({
    stack,
    id,
    type: String(whole['Type']),
    properties: whole['Properties'] ?? NONE,
    whole,
  })),
);

/** Every resource of these types (of all, when none is named) in the assembly as it will be deployed. */
export const resources = (...types: string[]): Resource[] =>
  all.filter(({ type }) => types.length === 0 || types.includes(type));

/** The one resource of this type whose id begins so. */
export function resource(type: string, idPrefix = ''): Resource {
  const found = resources(type).filter(({ id }) => id.startsWith(idPrefix));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(`${found.length} resources of ${type} begin with "${idPrefix}", not one`);
  }
  return only;
}

/** The functions of the portal, by name; CDK's own uploader of files is not one. */
export const functions = (): Map<string, Resource> =>
  new Map(
    resources('AWS::Lambda::Function')
      .filter(({ stack }) => stack === 'Service')
      .map((fn) => [String(fn.properties['FunctionName']).replace(/^portal-local-/, ''), fn]),
  );

export type Statement = { sid: string; actions: string[]; resources: string[]; condition: Json | undefined };

/** A list where the template may have one thing, many or none. */
export function listed(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** All that a function's role may do, resources as the template writes them (JSON text). */
export function statementsOf(name: string): Statement[] {
  const fn = functions().get(name);
  if (fn === undefined) throw new Error(`No function ${name}`);
  const role = String(fn.properties['Role']?.['Fn::GetAtt']?.[0]);
  return resources('AWS::IAM::Policy')
    .filter(({ properties }) => listed(properties['Roles']).some((each) => String(each['Ref']) === role))
    .flatMap(({ id, properties }) =>
      listed(properties['PolicyDocument']?.['Statement']).map((statement) => ({
        sid: id,
        actions: listed(statement['Action']).map(String),
        resources: listed(statement['Resource']).map((each) => JSON.stringify(each)),
        condition: statement['Condition'],
      })),
    );
}

/** The actions a function has on resources whose reference contains this text. */
export const actionsOn = (name: string, reference: string): string[] =>
  statementsOf(name)
    .filter((statement) => statement.resources.some((each) => each.includes(reference)))
    .flatMap(({ actions }) => actions)
    .sort();
