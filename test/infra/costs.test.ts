import { describe, expect, it } from 'vitest';
import { fixedCosts, PRICES, total } from '#infra/costs.ts';
import { listed, resource, resources } from './assembly.ts';

const parts = {
  keys: resources('AWS::KMS::Key').length,
  alarms: resources('AWS::CloudWatch::Alarm').length,
  webAclRules: listed(resource('AWS::WAFv2::WebACL').properties['Rules']).length,
  hostedZones: 1,
};

describe('what it costs when nobody comes', () => {
  it('is at most 20 dollars a month, with all that the assembly has', () => {
    expect(parts.keys).toBeGreaterThan(0);
    expect(parts.webAclRules).toBeGreaterThan(0);
    expect(total(fixedCosts(parts))).toBeLessThanOrEqual(20);
  });

  it('is told line by line', () => {
    const lines = fixedCosts({ keys: 4, alarms: 24, webAclRules: 6, hostedZones: 1 });
    expect(lines.map(({ dollars }) => Number(dollars.toFixed(2)))).toEqual([4, 2.4, 11, 0.5]);
    expect(total(fixedCosts({ ...parts, webAclRules: 0 }))).toBeLessThan(total(fixedCosts(parts)) - 5);
  });

  it('rests on prices with a date, and says that nobody has checked London’s', () => {
    expect(PRICES.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(PRICES.verified).toBe(false);
  });

  it('has nothing that runs or is kept ready by the hour', () => {
    const byTheHour =
      /^AWS::(EC2|RDS|ECS|ElastiCache|OpenSearch|SecretsManager|ApplicationAutoScaling)|NatGateway|ProvisionedConcurrency/;
    const types = [...new Set(resources().map(({ type }) => type))];
    expect(types.filter((type) => byTheHour.test(type))).toEqual([]);
  });
});
