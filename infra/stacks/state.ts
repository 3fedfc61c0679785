import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as ses from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { TableName } from '#functions/store/table.ts';
import { Keys } from '../constructs/keys.ts';
import { PortalTable, type PortalTableProps } from '../constructs/portal-table.ts';
import { SignIn } from '../constructs/sign-in.ts';
import type { Stage } from '../stages.ts';

/** What each table has beside what all have; who may touch it is said in infra/functions.ts. */
const TABLES: { readonly [Name in TableName]: Omit<PortalTableProps, 'name' | 'key'> } = {
  directory: {},
  sessions: { ttl: true },
  portal: { indexes: ['caseload', 'inbox'], ttl: true },
  events: { indexes: ['slot'], stream: true, ttl: true },
  people: { ttl: true },
  // Destroying a person's key is what erases them: no backup may bring it back for longer.
  keys: { recoveryDays: 7 },
  audit: { ttl: true },
  insight: {},
};

/** All that must outlive any release: tables, keys, who can sign in, the name mail is sent under. */
export class StateStack extends Stack {
  readonly keys: Keys;
  readonly tables: Readonly<Record<TableName, PortalTable>>;
  readonly signIn: SignIn;
  readonly mailIdentity: ses.EmailIdentity;
  readonly mailSettings: ses.ConfigurationSet;

  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const { stage } = props;
    this.keys = new Keys(this, 'KeyRing');
    const table = (name: TableName) =>
      new PortalTable(this, `${name.charAt(0).toUpperCase()}${name.slice(1)}Table`, {
        name,
        key: this.keys.tables,
        ...TABLES[name],
      });
    this.tables = {
      directory: table('directory'),
      sessions: table('sessions'),
      portal: table('portal'),
      events: table('events'),
      people: table('people'),
      keys: table('keys'),
      audit: table('audit'),
      insight: table('insight'),
    };
    this.mailSettings = new ses.ConfigurationSet(this, 'MailSettings', {
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.mailIdentity = new ses.EmailIdentity(this, 'MailIdentity', {
      identity: ses.Identity.domain(stage.mail.domain),
      configurationSet: this.mailSettings,
    });
    this.mailIdentity.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.signIn = new SignIn(this, 'SignIn', { stage });
    this.signIn.node.addDependency(this.mailIdentity);
  }
}
