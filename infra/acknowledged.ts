import { type App, Stack, Token, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

type Acknowledged = { at: string; rules: readonly string[]; reason: string };

const UPLOADER = 'Files/Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C';

/** Every finding of cdk-nag's AwsSolutions pack we keep, where, and why. A test counts them. */
export const ACKNOWLEDGED: readonly Acknowledged[] = [
  {
    at: 'State/SignIn/Pool',
    rules: ['AwsSolutions-COG1'],
    reason:
      'Sign-in is by an emailed code or a passkey. Where a password is set all the same it has 15 characters; rules of composition make worse ones (NCSC, OWASP ASVS 6.2.5).',
  },
  {
    at: 'State/SignIn/Pool',
    rules: ['AwsSolutions-COG2'],
    reason:
      'A pool cannot give one user both a passwordless sign-in and its own second factor. Ours stands at the reveal of a person’s details (ADR 0014).',
  },
  {
    at: 'State/SignIn/Pool',
    rules: ['AwsSolutions-COG8'],
    reason: 'Threat protection is a stage option: it costs more each month than all else in a small area.',
  },
  {
    at: 'Files/Site',
    rules: ['AwsSolutions-S1'],
    reason:
      'Holds public files only, read by the distribution alone; a log would add addresses and no insight.',
  },
  {
    at: 'Files/Site',
    rules: ['AwsSolutions-S10'],
    reason:
      'TLS is required by the bucket’s policy in the Site stack, which names the distribution; a test reads it there.',
  },
  {
    at: UPLOADER,
    rules: ['AwsSolutions-L1'],
    reason: 'CDK’s own uploader in CDK’s own runtime: runs while a release is deployed and at no other time.',
  },
  {
    at: 'Files/UploaderRole',
    rules: [
      ...['GetObject*', 'GetBucket*', 'List*', 'DeleteObject*', 'Abort*'].map(
        (action) => `AwsSolutions-IAM5[Action::s3:${action}]`,
      ),
      'AwsSolutions-IAM5[Resource::<SiteE53D7754.Arn>/*]',
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-ACCOUNT-eu-west-2/*]',
    ],
    reason:
      'The uploader may write the bucket of public files and read the bucket of releases, both whole, and nothing of the portal’s.',
  },
  ...[
    'ProjectorDeadLetters',
    'DispatcherDeadLetters',
    'TimersDeadLetters',
    'QuartersDeadLetters',
    'RetentionDeadLetters',
    'SweeperDeadLetters',
  ].map((queue) => ({
    at: `Service/${queue}`,
    rules: ['AwsSolutions-SQS3'],
    reason: 'Is itself the end: the stream mapping or the schedule names it, which the rule cannot see.',
  })),
  {
    at: 'Service/Api',
    rules: ['AwsSolutions-APIG4'],
    reason:
      'Functions answer only what comes through the distribution, and check session, role and relation themselves, so that another tenant’s object is 404 and public pages need no session (authorization matrix test).',
  },
  {
    at: 'Site/Portal/Distribution',
    rules: ['AwsSolutions-CFR1'],
    reason: 'A link worker abroad for a day must be able to work; the public directory is open data.',
  },
  {
    at: 'Site/Portal/Distribution',
    rules: ['AwsSolutions-CFR2'],
    reason:
      'The web ACL is a stage option, more than half of what an idle deployment costs. Where a stage has it, a test sees it before the distribution; the API throttles and counts without it.',
  },
  {
    at: 'Site/Portal/Distribution',
    rules: ['AwsSolutions-CFR3'],
    reason:
      'Standard access logs keep every address with its path and query for each reader. Routes, results and times are in the API’s log; attacks in the web ACL’s counters (ADR 0015).',
  },
];

/** Marks the findings as seen; throws when one is kept at a place that is no longer there. */
export function acknowledgeFindings(app: App): void {
  for (const { at, rules, reason } of ACKNOWLEDGED) {
    const construct = at
      .split('/')
      .reduce<IConstruct | undefined>((parent, id) => parent?.node.tryFindChild(id), app);
    if (construct === undefined) throw new Error(`infra/acknowledged.ts names ${at}, which is not there`);
    const { account } = Stack.of(construct);
    const known = Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
    const ids = rules.map((id) => id.replace('ACCOUNT', known));
    Validations.of(construct).acknowledge(...ids.map((id) => ({ id, reason })));
  }
}
