import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

/** A block answers 429: a 403 would be turned into the site's 404 page. */
const REFUSE = { block: { customResponse: { responseCode: 429 } } };
const watched = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  // Samples would keep whole requests, cookies and addresses among them.
  sampledRequestsEnabled: false,
});

/** Requests of one address in five minutes; generous, because a hospital or a council is one address. */
const RATES = [
  { name: 'Everything', limit: 1000, under: undefined },
  { name: 'SignIn', limit: 100, under: '/auth/' },
] as const;

const LISTS = ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet'] as const;
const LABELS = ['awswaf:managed:aws:core-rule-set:', 'awswaf:managed:aws:known-bad-inputs:'] as const;
/** Forms and imports are larger than 8 KB, and query strings hold people's own words. */
const NOT_FOR_US = ['SizeRestrictions_BODY', 'GenericRFI_QUERYARGUMENTS'];

/** The web ACL: AWS's lists only label a request, one rule of ours refuses what they labelled. */
export class Firewall extends Construct {
  readonly acl: CfnWebACL;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const rules = [...RATES.map(rateRule), ...LISTS.map(listRule), ...LABELS.map(labelRule)];
    this.acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: watched('Firewall'),
      rules: rules.map((rule, priority) => ({ ...rule, priority })),
    });
  }
}

type Rule = Omit<CfnWebACL.RuleProperty, 'priority'>;

function rateRule({ name, limit, under }: (typeof RATES)[number]): Rule {
  const scopeDownStatement = under && {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: 'STARTS_WITH',
      searchString: under,
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  };
  return {
    name,
    action: REFUSE,
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit,
        evaluationWindowSec: 300,
        ...(scopeDownStatement && { scopeDownStatement }),
      },
    },
    visibilityConfig: watched(name),
  };
}

function listRule(name: (typeof LISTS)[number]): Rule {
  const excluded = name === 'AWSManagedRulesCommonRuleSet' ? NOT_FOR_US : [];
  return {
    name,
    overrideAction: { count: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        excludedRules: excluded.map((rule) => ({ name: rule })),
      },
    },
    visibilityConfig: watched(name),
  };
}

function labelRule(key: (typeof LABELS)[number], index: number): Rule {
  const name = `Labelled${index}`;
  return {
    name,
    action: REFUSE,
    statement: { labelMatchStatement: { scope: 'NAMESPACE', key } },
    visibilityConfig: watched(name),
  };
}
