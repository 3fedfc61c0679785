import { CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { Firewall } from '../constructs/firewall.ts';
import { EDGE_REGION, type Stage } from '../stages.ts';

/** What AWS keeps in us-east-1 for CloudFront: the certificate, and the web ACL when the stage has one. */
export class EdgeStack extends Stack {
  private readonly hasFirewall: boolean;

  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const { domain, hostedZone, options } = props.stage;
    const zone =
      hostedZone &&
      HostedZone.fromHostedZoneAttributes(this, 'Zone', {
        hostedZoneId: hostedZone.id,
        zoneName: hostedZone.name,
      });
    const certificate = new Certificate(this, 'Certificate', {
      domainName: domain,
      validation: CertificateValidation.fromDns(zone),
    });
    new CfnOutput(this, 'CertificateArn', { value: certificate.certificateArn });
    this.hasFirewall = options.firewall;
    if (options.firewall) {
      new CfnOutput(this, 'WebAclArn', { value: new Firewall(this, 'Firewall').acl.attrArn });
    }
  }

  /** As another region's stack reads them: a plain look at this stack's outputs, no custom resource. */
  get certificateArn(): string {
    return Fn.getStackOutput(this.stackName, 'CertificateArn', EDGE_REGION);
  }

  get webAclArn(): string | undefined {
    return this.hasFirewall ? Fn.getStackOutput(this.stackName, 'WebAclArn', EDGE_REGION) : undefined;
  }
}
