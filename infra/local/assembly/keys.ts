import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import { PolicyDocument } from './policy-document.ts';
import { readShape } from './read-shape.ts';

export type KeySpec = {
  logicalId: string;
  id: string;
  arn: string;
  aliases: string[];
  usage: 'ENCRYPT_DECRYPT' | 'GENERATE_VERIFY_MAC' | 'SIGN_VERIFY';
  /** `SYMMETRIC_DEFAULT`, `HMAC_256`, `ECC_NIST_P256` … */
  spec: string;
  policy: PolicyDocument;
};

const KeyShape = z.object({
  KeyUsage: z._default(z.enum(['ENCRYPT_DECRYPT', 'GENERATE_VERIFY_MAC', 'SIGN_VERIFY']), 'ENCRYPT_DECRYPT'),
  KeySpec: z._default(z.string(), 'SYMMETRIC_DEFAULT'),
  KeyPolicy: PolicyDocument,
});
const AliasShape = z.object({ AliasName: z.string(), TargetKeyId: z.string() });

/** Every KMS key of the assembly. */
export function keysOf(assembly: Assembly): KeySpec[] {
  const aliases = assembly.resources('AWS::KMS::Alias').map((alias) => readShape(alias, AliasShape));
  return assembly.resources('AWS::KMS::Key').map((resource) => {
    const shape = readShape(resource, KeyShape);
    const arn = resource.attribute('Arn');
    return {
      logicalId: resource.logicalId,
      id: resource.ref,
      arn,
      aliases: aliases
        .filter((alias) => alias.TargetKeyId === arn || alias.TargetKeyId === resource.ref)
        .map((alias) => alias.AliasName),
      usage: shape.KeyUsage,
      spec: shape.KeySpec,
      policy: shape.KeyPolicy,
    };
  });
}

/** The ARN of a key named by id, ARN or alias; undefined for a key AWS owns (`alias/aws/…`). */
export function keyArnOf(assembly: Assembly, named: string): string | undefined {
  if (named.startsWith('alias/aws/') || named.includes(':alias/aws/')) return undefined;
  const bare = named.replace(/^arn:aws:kms:[^:]*:[^:]*:(?=alias\/)/, '');
  const found = keysOf(assembly).find(
    (key) => key.arn === named || key.id === named || key.aliases.includes(bare),
  );
  if (found === undefined) throw new Error(`The assembly names the key ${named} but declares no such key.`);
  return found.arn;
}
