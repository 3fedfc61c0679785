import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';

/**
 * The built site in its bucket. A stack of its own because it goes first: functions and pages must
 * find the files they name. Nothing is pruned, so a page somebody still has open keeps working.
 */
export class FilesStack extends Stack {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: StackProps & { directory: string }) {
    super(scope, id, props);
    this.bucket = new s3.Bucket(this, 'Site', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const source = Source.asset(props.directory);
    const uploader = this.uploader();
    const hashed = new BucketDeployment(this, 'Assets', {
      ...uploader,
      destinationBucket: this.bucket,
      sources: [source],
      exclude: ['*'],
      include: ['_assets/*'],
      prune: false,
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
    });
    const pages = new BucketDeployment(this, 'Pages', {
      ...uploader,
      destinationBucket: this.bucket,
      sources: [source],
      exclude: ['_assets/*'],
      prune: false,
      // Short, so that a release is seen by all within a minute without clearing the edge.
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.seconds(60))],
    });
    pages.node.addDependency(hashed);
  }
  /** CDK's own function that copies a release into the bucket, with a role and a log like ours. */
  private uploader() {
    const logGroup = new LogGroup(this, 'UploaderLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'UploaderRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const actions = ['logs:CreateLogStream', 'logs:PutLogEvents'];
    role.addToPolicy(new PolicyStatement({ actions, resources: [logGroup.logGroupArn] }));
    return { role, logGroup };
  }
}
