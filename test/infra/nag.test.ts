import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { afterAll, describe, expect, it } from 'vitest';
import { ACKNOWLEDGED } from '#infra/acknowledged.ts';
import { checkWithNag, composePortal } from '#infra/app.ts';
import { type Stage, stageNamed } from '#infra/stages.ts';
import { templateTexts } from './assembly.ts';

const folders: string[] = [];
function composed(stage: Stage = stageNamed('local')): App {
  const outdir = mkdtempSync(join(tmpdir(), 'portal-assembly-'));
  folders.push(outdir);
  const app = new App({ analyticsReporting: false, outdir });
  composePortal(app, stage);
  return app;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What an asset holds is the build's affair; here it is what the cloud is told. */
const withoutHashes = (template: string) => JSON.parse(template.replace(/[0-9a-f]{64}/g, 'hash'));

/** Rules with a finding nobody has acknowledged, as the report on disk says. */
function findings(app: App): string[] {
  try {
    app.synth();
  } catch {
    // The report says what was found; the error only that something was.
  }
  const report: { pluginReports: { violations: { ruleName: string }[] }[] } = JSON.parse(
    readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'),
  );
  return report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
}

describe('the cloud app', () => {
  it('passes cdk-nag’s AwsSolutions pack, and comes out the same every time', async () => {
    const app = composed();
    await checkWithNag(app);
    expect(() => app.synth()).not.toThrow();
    // The templates that were built (and that the other tests read) are those the sources give now.
    const built = templateTexts();
    for (const [stack, text] of templateTexts(app.outdir)) {
      expect(withoutHashes(text), stack).toEqual(withoutHashes(built.get(stack) ?? '{}'));
    }
  });

  it('does not pass with a finding nobody has given a reason for', async () => {
    const app = composed();
    const service = app.node.findChild('Service');
    new CfnTopic(service, 'Planted');
    await checkWithNag(app);
    expect(findings(app)).toContain('AwsSolutions-SNS3');
  });

  it('composes the other way round too: no web ACL, threat protection, limits, a zone of its own', async () => {
    const options = { firewall: false, threatProtection: true, reservedConcurrency: { public: 20 } };
    const hostedZone = { id: 'Z0123456789', name: 'example.org' };
    const app = composed({ ...stageNamed('local'), options, hostedZone });
    await checkWithNag(app);
    expect(() => app.synth()).not.toThrow();
    const texts = templateTexts(app.outdir);
    expect(texts.get('Edge')).not.toContain('AWS::WAFv2::WebACL');
    expect(texts.get('State')).toContain('"UserPoolTier": "PLUS"');
    expect(texts.get('Service')).toContain('"ReservedConcurrentExecutions": 20');
    expect(texts.get('Site')).toContain('AWS::Route53::RecordSet');
  });

  it('gives a reason for every finding it keeps, and keeps at most twelve kinds', () => {
    for (const { at, reason } of ACKNOWLEDGED) expect(reason.length, at).toBeGreaterThan(60);
    const kinds = new Set(ACKNOWLEDGED.flatMap(({ rules }) => rules.map((rule) => rule.replace(/\[.*/, ''))));
    expect(kinds.size).toBeLessThanOrEqual(12);
  });
});
