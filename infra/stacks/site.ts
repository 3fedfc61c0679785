import { CfnOutput, CfnParameter, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { PortalDistribution } from '../constructs/portal-distribution.ts';
import type { Stage } from '../stages.ts';
import type { EdgeStack } from './edge.ts';
import type { FilesStack } from './files.ts';
import type { ServiceStack } from './service.ts';

export type SiteStackProps = StackProps & {
  stage: Stage;
  files: FilesStack;
  service: ServiceStack;
  edge: EdgeStack;
};

/** What the world reaches: one distribution before the site's files and the HTTP API. */
export class SiteStack extends Stack {
  readonly distribution: PortalDistribution;

  constructor(scope: Construct, id: string, props: SiteStackProps) {
    super(scope, id, props);
    const { stage, files, service, edge } = props;
    this.addStackDependency(edge);
    const secret = new CfnParameter(this, 'OriginSecret', {
      description: 'What the API must hear to know that a request came through the distribution',
      noEcho: true,
      default: 'none',
    });
    this.distribution = new PortalDistribution(this, 'Portal', {
      domain: stage.domain,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', edge.certificateArn),
      webAclArn: edge.webAclArn,
      bucket: files.bucket,
      apiId: service.api.http.apiId,
      originSecret: secret.valueAsString,
    });
    const { distribution } = this.distribution;
    new CfnOutput(this, 'PointTheDomainTo', { value: distribution.distributionDomainName });
    if (stage.hostedZone === undefined) return;
    const { id: hostedZoneId, name: zoneName } = stage.hostedZone;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName });
    const record = {
      zone,
      recordName: `${stage.domain}.`,
      target: RecordTarget.fromAlias(new CloudFrontTarget(distribution)),
    };
    new ARecord(this, 'Address', record);
    new AaaaRecord(this, 'Address6', record);
  }
}
