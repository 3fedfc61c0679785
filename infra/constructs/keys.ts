import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * The deployment's keys. `tables` encrypts tables at rest and is used through DynamoDB only. The
 * others are used by name: `person` wraps each person's data key (sealed function alone), `mac`
 * compares phone numbers without storing them, `anchor` signs the audit chain.
 */
export class Keys extends Construct {
  readonly tables: kms.Key;
  readonly person: kms.Key;
  readonly mac: kms.Key;
  readonly anchor: kms.Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.tables = this.key('Tables', 'Encrypts the tables at rest', { enableKeyRotation: true });
    this.person = this.key('Person', 'Wraps the data key of each person', { enableKeyRotation: true });
    this.mac = this.key('Mac', 'Compares phone numbers within a team without storing them', {
      keySpec: kms.KeySpec.HMAC_256,
      keyUsage: kms.KeyUsage.GENERATE_VERIFY_MAC,
    });
    this.anchor = this.key('Anchor', 'Signs the anchors of the audit chain', {
      keySpec: kms.KeySpec.ECC_NIST_P256,
      keyUsage: kms.KeyUsage.SIGN_VERIFY,
    });
  }

  private key(id: string, description: string, props: kms.KeyProps): kms.Key {
    return new kms.Key(this, id, {
      description,
      removalPolicy: RemovalPolicy.RETAIN,
      pendingWindow: Duration.days(30),
      ...props,
    });
  }
}

/** A statement that lets a key be used by name for these actions alone. */
export const useOfKey = (key: kms.IKey, actions: readonly string[]): PolicyStatement =>
  new PolicyStatement({ actions: actions.map((action) => `kms:${action}`), resources: [key.keyArn] });
