/**
 * What a deployment costs, as dated data. US dollars at list price, without any free allowance. Taken
 * from published pages for us-east-1: London's are to be looked up by a person before a budget rests on
 * them, which `verified` then says.
 */
export const PRICES = {
  asOf: '2026-11-22',
  verified: false,
  /** A month each, whether anybody comes or not. */
  fixed: { key: 1, alarm: 0.1, webAcl: 5, webAclRule: 1, hostedZone: 0.5 },
  /** For a million, but `gigabyteSecond` for one. */
  usage: {
    writeUnits: 0.625,
    readUnits: 0.125,
    apiRequests: 1,
    functionRequests: 0.2,
    queueRequests: 0.4,
    keyRequests: 3,
    edgeFunctionCalls: 0.1,
    gigabyteSecond: 0.0000166667,
    thousandMails: 0.1,
  },
  /** A month for each person who signs in, beyond what the plan gives: stage option `threatProtection`. */
  threatProtectionPerPerson: 0.02,
} as const;

/** How much of each the assembly has; the test counts them in the templates. */
export type FixedParts = { keys: number; alarms: number; webAclRules: number; hostedZones: number };
export type CostLine = { what: string; dollars: number };

/** The lines of a month in which nobody comes. Without web ACL rules there is no web ACL to pay for. */
export function fixedCosts({ keys, alarms, webAclRules, hostedZones }: FixedParts): CostLine[] {
  const { key, alarm, webAcl, webAclRule, hostedZone } = PRICES.fixed;
  return [
    { what: `${keys} keys`, dollars: keys * key },
    { what: `${alarms} alarms`, dollars: alarms * alarm },
    {
      what: `web ACL with ${webAclRules} rules (stage option)`,
      dollars: webAclRules === 0 ? 0 : webAcl + webAclRules * webAclRule,
    },
    { what: `${hostedZones} hosted zone`, dollars: hostedZones * hostedZone },
  ];
}

export const total = (lines: readonly CostLine[]): number =>
  lines.reduce((sum, { dollars }) => sum + dollars, 0);
