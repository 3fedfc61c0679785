import { Duration, Stack } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { BEHAVIOURS, type Treatment } from '../edge/behaviours.ts';
import { HEADERS, type HeaderSetName } from '../edge/headers.ts';
import { headersPolicy } from './headers-policy.ts';

export type PortalDistributionProps = {
  domain: string;
  certificate: ICertificate;
  webAclArn: string | undefined;
  bucket: s3.IBucket;
  apiId: string;
  originSecret: string;
};

const NEVER_KEPT = [404, 500, 502, 503, 504];

/** One origin for the whole portal: which address goes where, under which headers, kept how long. */
export class PortalDistribution extends Construct {
  readonly distribution: cloudfront.Distribution;
  private readonly headers: Readonly<Record<HeaderSetName, cloudfront.ResponseHeadersPolicy>>;
  private readonly treatments: Readonly<Record<Treatment, cloudfront.BehaviorOptions>>;

  constructor(scope: Construct, id: string, props: PortalDistributionProps) {
    super(scope, id);
    this.headers = {
      pages: headersPolicy(this, 'PageHeaders', HEADERS.pages),
      assets: headersPolicy(this, 'AssetHeaders', HEADERS.assets),
      data: headersPolicy(this, 'DataHeaders', HEADERS.data),
      openData: headersPolicy(this, 'OpenDataHeaders', HEADERS.openData),
    };
    this.treatments = this.treatmentsOf(props);
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      domainNames: [props.domain],
      certificate: props.certificate,
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      defaultRootObject: 'index.html',
      defaultBehavior: { ...this.treatments.file, responseHeadersPolicy: this.headers.pages },
      additionalBehaviors: this.behaviours(),
      // A bucket without ListBucket answers 403 for a file that is not there. Nothing else is mapped:
      // the API's own answers reach the reader as they are.
      errorResponses: [
        { httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/404.html', ttl: Duration.seconds(0) },
        ...NEVER_KEPT.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      ],
      ...(props.webAclArn !== undefined && { webAclId: props.webAclArn }),
    });
    this.openBucket(props.bucket);
  }

  private treatmentsOf(props: PortalDistributionProps): Record<Treatment, cloudfront.BehaviorOptions> {
    const common = {
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      functionAssociations: [
        { function: this.viewerRequest(), eventType: cloudfront.FunctionEventType.VIEWER_REQUEST },
      ],
    };
    const api = new HttpOrigin(`${props.apiId}.execute-api.${Stack.of(this).region}.amazonaws.com`, {
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
      customHeaders: { 'x-origin-verify': props.originSecret },
      readTimeout: Duration.seconds(20),
    });
    const all = { ...common, origin: api, allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL };
    return {
      file: {
        ...common,
        origin: S3BucketOrigin.withOriginAccessControl(this.withoutPolicy(props.bucket)),
        allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
      },
      forward: {
        ...all,
        cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
        originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      'public-page': { ...all, ...this.publicPages() },
    };
  }

  /** Kept as long as the page itself allows, a minute at most; the same for everybody: no cookie goes on. */
  private publicPages() {
    const cachePolicy = new cloudfront.CachePolicy(this, 'PublicPageCache', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(60),
      queryStringBehavior: cloudfront.CacheQueryStringBehavior.all(),
      headerBehavior: cloudfront.CacheHeaderBehavior.none(),
      cookieBehavior: cloudfront.CacheCookieBehavior.none(),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
    const originRequestPolicy = new cloudfront.OriginRequestPolicy(this, 'PublicPageRequest', {
      cookieBehavior: cloudfront.OriginRequestCookieBehavior.none(),
      queryStringBehavior: cloudfront.OriginRequestQueryStringBehavior.all(),
      headerBehavior: cloudfront.OriginRequestHeaderBehavior.allowList(
        'content-type',
        'origin',
        'sec-fetch-site',
        'x-viewer-ip',
      ),
    });
    return { cachePolicy, originRequestPolicy };
  }

  private viewerRequest(): cloudfront.Function {
    return new cloudfront.Function(this, 'ViewerRequest', {
      code: cloudfront.FunctionCode.fromFile({
        filePath: new URL('../edge/viewer-request.js', import.meta.url).pathname,
      }),
      runtime: cloudfront.FunctionRuntime.JS_2_0,
      comment: 'Says who asks; finds the file behind a working address',
    });
  }

  /** Each prefix with and without what follows it, in the order of the list. */
  private behaviours(): Record<string, cloudfront.BehaviorOptions> {
    return Object.fromEntries(
      BEHAVIOURS.flatMap(({ prefix, treatment, headers }) => {
        const options = { ...this.treatments[treatment], responseHeadersPolicy: this.headers[headers] };
        return [
          [prefix, options],
          [`${prefix}/*`, options],
        ];
      }),
    );
  }

  /** The bucket as another stack's: its policy is written here, where the distribution's name is known. */
  private withoutPolicy(bucket: s3.IBucket): s3.IBucket {
    return s3.Bucket.fromBucketAttributes(this, 'Files', {
      bucketArn: bucket.bucketArn,
      bucketRegionalDomainName: bucket.bucketRegionalDomainName,
    });
  }

  /** Only this distribution may read the files, and only over TLS. */
  private openBucket(bucket: s3.IBucket): void {
    const { document } = new s3.BucketPolicy(this, 'FilesPolicy', { bucket });
    document.addStatements(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [bucket.arnForObjects('*')],
        conditions: { StringEquals: { 'AWS:SourceArn': this.distribution.distributionArn } },
      }),
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:*'],
        resources: [bucket.bucketArn, bucket.arnForObjects('*')],
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  }
}
