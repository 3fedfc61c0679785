import { verify } from 'node:crypto';
import {
  anchorText,
  beginOf,
  brokenAt,
  type Head,
  holdsAnchor,
  type Link,
} from '#functions/domain/audit/chain.ts';
import { hashOf } from '#functions/runtime/secrets.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { type Anchor, findHead, listAnchors, listLinks, listTenants } from '#functions/store/audit.ts';
import { EVENT_KEPT_DAYS, eventFromItem } from '#functions/store/event.ts';
import { eventKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { AnchorKeys } from '../anchor-keys.ts';

/** What a check of the audit found: how much it looked at, and every fault as a sentence. */
export type Findings = { chains: number; links: number; anchors: number; faults: string[] };

/** What a check looks at, by which keys it believes anchors, and when: what is eight years old may be gone. */
export type Checking = { table: Table; anchorKeys: AnchorKeys; now: () => Instant };

/** When something has to have been written for its time not to be over. */
const keptSince = (now: Instant): Instant => later(now, -(EVENT_KEPT_DAYS - 30) * DAY_LENGTH);

/**
 * Checks that no event was changed, taken out or put in between: each tenant's chain from its first link,
 * or from where a signed anchor saw it eight years ago; each link against the event as it stands, each
 * anchor's signature, and that the chains still hold what the anchors saw.
 */
export async function auditFindings({ table, anchorKeys, now }: Checking): Promise<Findings> {
  const findings: Findings = { chains: 0, links: 0, anchors: 0, faults: [] };
  const dueBefore = keptSince(now());
  for (const area of await listAreas(table)) {
    const anchors = await listAnchors(table, area);
    const chains = new Map<string, Link[]>();
    for (const tenant of await listTenants(table, area)) {
      const begin = beginOf(tenant, anchors, dueBefore);
      const links = (await listLinks(table, { area, tenant })).filter((one) => one.sequence > begin.sequence);
      chains.set(tenant, links);
      findings.faults.push(...(await chainFaults(table, { area, tenant, begin }, links)));
      findings.links += links.length;
    }
    findings.chains += chains.size;
    findings.anchors += anchors.length;
    findings.faults.push(...anchorFaults({ area, anchors, chains, keys: anchorKeys, dueBefore }));
  }
  return findings;
}

async function chainFaults(
  table: Table,
  chain: { area: AreaId; tenant: string; begin: Head },
  links: readonly Link[],
): Promise<string[]> {
  const name = `The chain of ${chain.tenant} (${chain.area})`;
  const broken = brokenAt(hashOf, links, chain.begin);
  const { value: head } = await findHead(table, chain);
  const end = links.at(-1) ?? chain.begin;
  return [
    ...(broken === undefined ? [] : [`${name} does not hold together at link ${broken}.`]),
    ...(end.hash === head.hash ? [] : [`${name} does not end where it should.`]),
    ...(await eventFaults(table, name, links)),
  ];
}

/** Each link against the event it names, as that stands now. */
async function eventFaults(table: Table, name: string, links: readonly Link[]): Promise<string[]> {
  const faults: string[] = [];
  for (let from = 0; from < links.length; from += 100) {
    const some = links.slice(from, from + 100);
    const items = await table.getMany(
      'events',
      some.map(({ aggregate, version }) => eventKeys.event(aggregate, version)),
    );
    const bodies = new Map(
      items.map((item) => [`${item.pk} ${item.sk}`, hashOf(JSON.stringify(eventFromItem(item)))]),
    );
    for (const { aggregate, version, body } of some) {
      const { pk, sk } = eventKeys.event(aggregate, version);
      const stands = bodies.get(`${pk} ${sk}`);
      if (stands === undefined) faults.push(`${name}: event ${version} of ${aggregate} is gone.`);
      else if (stands !== body) faults.push(`${name}: event ${version} of ${aggregate} was changed.`);
    }
  }
  return faults;
}

function anchorFaults(given: {
  area: AreaId;
  anchors: readonly Anchor[];
  chains: ReadonlyMap<string, readonly Link[]>;
  keys: AnchorKeys;
  dueBefore: Instant;
}): string[] {
  const { area, anchors, chains, keys, dueBefore } = given;
  let previous = '';
  return anchors.flatMap((anchor, index) => {
    const name = `Anchor ${anchor.sequence} of ${area}`;
    const text = anchorText({ area, ...anchor });
    const follows =
      anchor.sequence === index + 1 && anchor.previous === previous && anchor.hash === hashOf(text);
    previous = anchor.hash;
    const isDue = anchor.at < dueBefore;
    const lost = (isDue ? [] : anchor.heads).filter(
      (head) => !holdsAnchor(chains.get(head.tenant) ?? [], head),
    );
    return [
      ...(follows ? [] : [`${name} does not follow the one before it.`]),
      ...(isSigned(anchor, keys) ? [] : [`${name} does not bear a signature of our key.`]),
      ...lost.map(({ tenant }) => `${name} saw another chain of ${tenant} than there is now.`),
    ];
  });
}

/** What is signed is the hash of the anchor's text, which the check before has compared. */
function isSigned({ keyId, signature, hash }: Anchor, keys: AnchorKeys): boolean {
  const key = keys(keyId);
  return key !== undefined && verify('sha256', Buffer.from(hash), key, Buffer.from(signature, 'base64'));
}

/** Says what a check of the audit found; 1 when anything is not as it was written. */
export async function verifyAudit(checking: Checking, say: (line: string) => void): Promise<number> {
  const { chains, links, anchors, faults } = await auditFindings(checking);
  say(`${links} events in ${chains} chains, ${anchors} signed anchors looked at.`);
  for (const fault of faults) say(fault);
  say(faults.length === 0 ? 'Nothing was changed, lost or put in.' : `${faults.length} faults.`);
  return faults.length === 0 ? 0 : 1;
}
