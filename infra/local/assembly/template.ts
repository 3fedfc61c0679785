import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';

/** One stack as the synthesis wrote it; every value still holds its intrinsics. */
const Declaration = z.object({
  Type: z.string(),
  Properties: z.optional(z.record(z.string(), z.unknown())),
  Condition: z.optional(z.string()),
});
const Template = z.object({
  Resources: z._default(z.record(z.string(), Declaration), {}),
  Outputs: z._default(
    z.record(
      z.string(),
      z.object({ Value: z.unknown(), Export: z.optional(z.object({ Name: z.unknown() })) }),
    ),
    {},
  ),
  Parameters: z._default(z.record(z.string(), z.object({ Default: z.optional(z.unknown()) })), {}),
  Mappings: z._default(z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))), {}),
  Conditions: z._default(z.record(z.string(), z.unknown()), {}),
});
export type Declaration = z.infer<typeof Declaration>;
export type StackTemplate = {
  name: string;
  region: string;
  account: string;
  template: z.infer<typeof Template>;
};

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.optional(z.string()),
      displayName: z.optional(z.string()),
      properties: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
});
const AssetFile = z.object({
  files: z._default(
    z.record(z.string(), z.object({ source: z.object({ path: z.optional(z.string()) }) })),
    {},
  ),
});

/** Where unknown parts of an environment-agnostic stack are run locally. */
const HERE = { account: '000000000000', region: 'eu-west-2' };

export type RawAssembly = { stacks: StackTemplate[]; assets: ReadonlyMap<string, string> };

/** Reads manifest, templates and asset lists of a cloud assembly and of the stages nested in it. */
export function readRawAssembly(directory: string): RawAssembly {
  const file = path.join(directory, 'manifest.json');
  if (!existsSync(file)) {
    throw new Error(
      `${directory} holds no cloud assembly (manifest.json is missing): run npm run build first.`,
    );
  }
  const stacks: StackTemplate[] = [];
  const assets = new Map<string, string>();
  for (const [id, artifact] of Object.entries(readJson(file, Manifest).artifacts)) {
    if (artifact.type === 'aws:cloudformation:stack') {
      stacks.push(readStack(directory, id, artifact));
    } else if (artifact.type === 'cdk:asset-manifest') {
      readAssets(directory, String(artifact.properties?.['file']), assets);
    } else if (artifact.type === 'cdk:cloud-assembly') {
      const nested = readRawAssembly(path.join(directory, String(artifact.properties?.['directoryName'])));
      stacks.push(...nested.stacks);
      for (const [hash, source] of nested.assets) assets.set(hash, source);
    }
  }
  return { stacks, assets };
}

function readStack(
  directory: string,
  id: string,
  artifact: z.infer<typeof Manifest>['artifacts'][string],
): StackTemplate {
  const [account, region] = (artifact.environment ?? '').replace('aws://', '').split('/');
  const named = artifact.properties?.['stackName'];
  return {
    name: typeof named === 'string' ? named : id,
    account:
      account === undefined || account.startsWith('unknown') || account === '' ? HERE.account : account,
    region: region === undefined || region.startsWith('unknown') ? HERE.region : region,
    template: readJson(path.join(directory, String(artifact.properties?.['templateFile'])), Template),
  };
}

function readAssets(directory: string, file: string, into: Map<string, string>): void {
  for (const [hash, asset] of Object.entries(readJson(path.join(directory, file), AssetFile).files)) {
    if (asset.source.path !== undefined) into.set(hash, path.resolve(directory, asset.source.path));
  }
}

function readJson<Schema extends z.core.$ZodType>(file: string, schema: Schema): z.core.output<Schema> {
  try {
    return z.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} does not read as part of a cloud assembly.`, { cause });
  }
}
