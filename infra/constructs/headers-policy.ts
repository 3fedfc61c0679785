import { Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { HeaderSet } from '../edge/headers.ts';

/** CloudFront has its own place for these; all others go in as they are. */
const OWN_PLACE = [
  'Content-Security-Policy',
  'Strict-Transport-Security',
  'X-Content-Type-Options',
  'X-Frame-Options',
  'Referrer-Policy',
  'Access-Control-Allow-Origin',
];

/** A response-headers policy that sends exactly this set, whatever the origin said. */
export function headersPolicy(
  scope: Construct,
  id: string,
  headers: HeaderSet,
): cloudfront.ResponseHeadersPolicy {
  const custom = Object.entries(headers).filter(([header]) => !OWN_PLACE.includes(header));
  return new cloudfront.ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: headers['Content-Security-Policy'] ?? "default-src 'none'",
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(63_072_000),
        includeSubdomains: true,
        preload: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: custom.map(([header, value]) => ({ header, value, override: true })),
    },
    ...('Access-Control-Allow-Origin' in headers && {
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD', 'OPTIONS'],
        accessControlAllowHeaders: ['*'],
        accessControlAllowCredentials: false,
        originOverride: true,
      },
    }),
    removeHeaders: ['Server', 'X-Powered-By'],
  });
}
