import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { BEHAVIOURS } from '#infra/edge/behaviours.ts';
import { type Json, listed, resource, resources } from './assembly.ts';

const config = resource('AWS::CloudFront::Distribution').properties['DistributionConfig'] ?? {};
const behaviours = [...listed(config['CacheBehaviors']), config['DefaultCacheBehavior'] ?? {}];
const patternOf = (behaviour: Json) => String(behaviour['PathPattern'] ?? '*');
/** The first behaviour that fits, as CloudFront picks it; our patterns only ever end in a star. */
const behaviourOf = (path: string): Json => {
  const fits = (pattern: string) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  return behaviours.find((behaviour) => fits(patternOf(behaviour))) ?? {};
};
const originOf = (path: string) => {
  const id = String(behaviourOf(path)['TargetOriginId']);
  const origin = listed(config['Origins']).find((each) => String(each['Id']) === id);
  return origin?.['S3OriginConfig'] === undefined ? 'api' : 'files';
};
const policyOf = (path: string) => {
  const id = String(behaviourOf(path)['ResponseHeadersPolicyId']?.['Ref']);
  return (
    resource('AWS::CloudFront::ResponseHeadersPolicy', id).properties['ResponseHeadersPolicyConfig'] ?? {}
  );
};
/** All the headers a policy sends, by name. */
function headersOf(path: string): Record<string, string> {
  const policy = policyOf(path);
  const own = policy['SecurityHeadersConfig'] ?? {};
  const hsts = own['StrictTransportSecurity'] ?? {};
  const custom = listed(policy['CustomHeadersConfig']?.['Items']);
  return {
    ...Object.fromEntries(custom.map((item) => [String(item['Header']), String(item['Value'])])),
    'Content-Security-Policy': String(own['ContentSecurityPolicy']?.['ContentSecurityPolicy']),
    'Strict-Transport-Security': `max-age=${hsts['AccessControlMaxAgeSec']}; includeSubDomains=${hsts['IncludeSubdomains']}; preload=${hsts['Preload']}`,
    'X-Content-Type-Options': own['ContentTypeOptions'] === undefined ? 'missing' : 'nosniff',
    'X-Frame-Options': String(own['FrameOptions']?.['FrameOption']),
    'Referrer-Policy': String(own['ReferrerPolicy']?.['ReferrerPolicy']),
  };
}

describe('addresses', () => {
  const forwarded = [
    '/api',
    '/auth',
    '/oruk',
    '/capacity',
    '/confirm',
    '/register',
    '/outcome',
    '/invite',
    '/find',
    '/groups',
    '/grants',
    '/link-workers',
  ];

  it.each(forwarded.map((prefix) => [prefix] as const))(
    '%s goes to the API, with and without what follows',
    (prefix) => {
      expect(originOf(prefix)).toBe('api');
      expect(originOf(`${prefix}/anything/below`)).toBe('api');
    },
  );

  it.each([
    ['/'],
    ['/caseload'],
    ['/inbox'],
    ['/refer'],
    ['/referrals/1'],
    ['/findings'],
    ['/api/postcodes/M14.json'],
  ])('%s is a file of the site', (path) => {
    expect(originOf(path)).toBe('files');
  });

  it('keeps nothing of what is forwarded, and sends on all but the host', () => {
    for (const path of [
      '/api/referrals',
      '/auth/callback',
      '/capacity/t',
      '/confirm/t',
      '/outcome/t',
      '/invite/t',
      '/oruk/',
    ]) {
      const behaviour = behaviourOf(path);
      expect(behaviour['CachePolicyId'], path).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
      expect(behaviour['OriginRequestPolicyId'], path).toBe('b689b0a8-53d0-40ab-baf2-68738e2966ac');
    }
  });

  it('keeps a public page a minute at most, the same for everybody: no cookie goes on', () => {
    const cache = resource('AWS::CloudFront::CachePolicy').properties['CachePolicyConfig'] ?? {};
    const request =
      resource('AWS::CloudFront::OriginRequestPolicy').properties['OriginRequestPolicyConfig'] ?? {};
    expect([cache['MinTTL'], cache['DefaultTTL'], cache['MaxTTL']]).toEqual([0, 0, 60]);
    expect(cache['ParametersInCacheKeyAndForwardedToOrigin']?.['CookiesConfig']).toEqual({
      CookieBehavior: 'none',
    });
    expect(request['CookiesConfig']).toEqual({ CookieBehavior: 'none' });
    for (const path of ['/find', '/groups/1', '/grants/1', '/link-workers']) {
      expect(JSON.stringify(behaviourOf(path)['CachePolicyId']), path).toContain('PublicPageCache');
    }
  });

  it('speaks TLS only, at every behaviour, in the version of 2021', () => {
    expect(
      behaviours.every((behaviour) => String(behaviour['ViewerProtocolPolicy']) === 'redirect-to-https'),
    ).toBe(true);
    expect(config['ViewerCertificate']?.['MinimumProtocolVersion']).toBe('TLSv1.2_2021');
  });

  it('turns a missing file into the 404 page and leaves every other answer alone', () => {
    const errors = listed(config['CustomErrorResponses']);
    const mapped = errors.filter((error) => error['ResponsePagePath'] !== undefined);
    expect(mapped).toEqual([
      { ErrorCode: 403, ErrorCachingMinTTL: 0, ResponseCode: 404, ResponsePagePath: '/404.html' },
    ]);
    expect(errors.map((error) => Number(error['ErrorCode'])).sort()).toEqual([403, 404, 500, 502, 503, 504]);
    expect(errors.every((error) => Number(error['ErrorCachingMinTTL']) === 0)).toBe(true);
  });
});

describe('headers', () => {
  // Written out again here on purpose: the values of security.md 4.1, not those of the code.
  const page = {
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; upgrade-insecure-requests; report-to csp",
    'Reporting-Endpoints': 'csp="/api/reports"',
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains=true; preload=true',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'Origin-Agent-Cluster': '?1',
  };

  it.each([['/'], ['/caseload'], ['/referrals/1'], ['/find'], ['/groups/1'], ['/capacity/t']])(
    'of %s are a page’s',
    (path) => {
      expect(headersOf(path)).toEqual(page);
    },
  );

  it('of hashed files let a browser keep them for a year', () => {
    expect(headersOf('/_assets/a.js')).toEqual({
      ...page,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });

  it.each([['/api/session'], ['/auth/sign-in'], ['/api/postcodes/M14.json']])(
    'of %s let it do nothing, and be indexed nowhere',
    (path) => {
      expect(headersOf(path)).toMatchObject({
        'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'Cross-Origin-Resource-Policy': 'same-origin',
        'X-Content-Type-Options': 'nosniff',
        'X-Robots-Tag': 'noindex',
      });
      expect(policyOf(path)['CorsConfig']).toBeUndefined();
    },
  );

  it('open to other sites is the open data alone', () => {
    expect(policyOf('/oruk/services')['CorsConfig']?.['AccessControlAllowOrigins']).toEqual({ Items: ['*'] });
    const open = behaviours.filter((behaviour) => policyOf(patternOf(behaviour))['CorsConfig'] !== undefined);
    expect(open.map(patternOf)).toEqual(['/oruk', '/oruk/*']);
  });
});

describe('the viewer request', () => {
  const source = readFileSync('infra/edge/viewer-request.js', 'utf8');
  const seen = (uri: string, headers = {}) =>
    runInNewContext(`${source};handler(event)`, {
      event: { viewer: { ip: '203.0.113.9' }, request: { uri, headers } },
    });

  it.each([
    ['/', '/index.html'],
    ['/about', '/about.html'],
    ['/about/', '/about.html'],
    ['/help/safeguarding', '/help/safeguarding.html'],
    ['/referrals/0199', '/referrals.html'],
    ['/referrals', '/referrals.html'],
    ['/_assets/page.abc.css', '/_assets/page.abc.css'],
    ['/robots.txt', '/robots.txt'],
    ['/api/postcodes/M14.json', '/api/postcodes/M14.json'],
    ['/api/referrals/0199', '/api/referrals/0199'],
    ['/find', '/find'],
    ['/groups/0199', '/groups/0199'],
    ['/findings', '/findings.html'],
  ])('of %s asks for %s', (uri, file) => {
    expect(seen(uri).uri).toBe(file);
  });

  it('says who asks, whatever the viewer said', () => {
    const { headers } = seen('/api/session', { 'x-viewer-ip': { value: '10.0.0.1' } });
    expect(headers['x-viewer-ip']).toEqual({ value: '203.0.113.9' });
  });

  it('leaves alone exactly what the distribution forwards', () => {
    for (const { prefix, treatment } of BEHAVIOURS) {
      const untouched = seen(`${prefix}/some`).uri === `${prefix}/some`;
      expect(untouched, prefix).toBe(treatment !== 'file' || prefix === '/api/postcodes');
    }
  });

  it('runs at every behaviour', () => {
    for (const behaviour of behaviours) {
      const [association] = listed(behaviour['FunctionAssociations']);
      expect(association?.['EventType'], patternOf(behaviour)).toBe('viewer-request');
    }
  });

  it('is deployed as the file stands', () => {
    expect(resource('AWS::CloudFront::Function').properties['FunctionCode']).toBe(source);
  });
});

describe('files', () => {
  it('are read by the distribution alone, over TLS alone', () => {
    const bucket = resources('AWS::S3::Bucket');
    expect(bucket).toHaveLength(1);
    expect(bucket[0]?.properties['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    const [read, deny, ...more] = listed(
      resource('AWS::S3::BucketPolicy').properties['PolicyDocument']?.['Statement'],
    );
    expect(more).toEqual([]);
    expect(read?.['Action']).toBe('s3:GetObject');
    expect(JSON.stringify(read?.['Condition']?.['StringEquals']?.['AWS:SourceArn'])).toContain(
      'Distribution',
    );
    expect(deny).toMatchObject({
      Effect: 'Deny',
      Action: 's3:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  it('are never taken away by a release, so that an open page keeps working', () => {
    const uploads = resources('Custom::CDKBucketDeployment').map(({ properties }) => properties['Prune']);
    expect(uploads).toEqual([false, false]);
  });
});

describe('the web ACL', () => {
  const acl = resource('AWS::WAFv2::WebACL').properties;

  it('answers 429 whenever it blocks, because a 403 would turn into the 404 page', () => {
    const rules = listed(acl['Rules']);
    const blocks = rules.filter((rule) => rule['Action']?.['Block'] !== undefined);
    expect(blocks.length).toBeGreaterThanOrEqual(4);
    for (const rule of blocks) {
      expect(rule['Action'], String(rule['Name'])).toEqual({
        Block: { CustomResponse: { ResponseCode: 429 } },
      });
    }
    const managed = rules.filter((rule) => rule['OverrideAction'] !== undefined);
    expect(managed.every((rule) => rule['OverrideAction']?.['Count'] !== undefined)).toBe(true);
  });

  it('keeps no sample of a request: it would hold cookies and addresses', () => {
    const kept = listed(acl['Rules']).map((rule) => rule['VisibilityConfig']?.['SampledRequestsEnabled']);
    expect(new Set([...kept, acl['VisibilityConfig']?.['SampledRequestsEnabled']])).toEqual(new Set([false]));
  });

  it('stands before the distribution', () => {
    expect(JSON.stringify(config['WebACLId'])).toContain('WebAclArn');
  });
});
