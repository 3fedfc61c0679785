import type { Assembly } from './assembly.ts';
import type { PolicyDocument } from './policies.ts';

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

/** Every KMS key of the assembly. */
export function keysOf(assembly: Assembly): KeySpec[] {
  return assembly.resources('AWS::KMS::Key').map(() => {
    throw new Error('Not readable yet');
  });
}
