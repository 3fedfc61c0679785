import { randomBytes } from 'node:crypto';
import { type Assembly, assemble } from './assembly/assembly.ts';
import { type RawAssembly, readRawAssembly } from './assembly/template.ts';
import { deployParameters } from './replacements.ts';

/** The synthesized assembly with the parameters a deploy would pass. `change` lets a test alter a copy first. */
export function readTemplate(
  directory: string,
  change: (raw: RawAssembly) => RawAssembly = (raw) => raw,
): Assembly {
  const values = deployParameters(randomBytes(32).toString('base64url'));
  const raw = change(readRawAssembly(directory));
  return assemble(directory, { ...raw, stacks: raw.stacks.map((stack) => withParameters(stack, values)) });
}

type StackTemplate = RawAssembly['stacks'][number];

function withParameters(stack: StackTemplate, values: Readonly<Record<string, string>>): StackTemplate {
  const { Parameters } = stack.template;
  const passed = Object.entries(Parameters).map(([name, parameter]) => [
    name,
    name in values ? { ...parameter, Default: values[name] } : parameter,
  ]);
  return { ...stack, template: { ...stack.template, Parameters: Object.fromEntries(passed) } };
}
