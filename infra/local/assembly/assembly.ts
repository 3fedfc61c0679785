/** One resource of the synthesized assembly, its properties resolved to local values. */
export type Resource = {
  stack: string;
  logicalId: string;
  type: string;
  properties: Record<string, unknown>;
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
  throw new Error(`Not readable yet: ${directory}`);
}
