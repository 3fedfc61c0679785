/** Hashes text: SHA-256 as base64url. An argument, because the rules of the chain need no more of the machine. */
export type Hash = (text: string) => string;

/** One event's place in its tenant's chain. `body` is the hash of the event as stored. */
export type Link = {
  area: string;
  tenant: string;
  sequence: number;
  previous: string;
  aggregate: string;
  version: number;
  body: string;
  hash: string;
};
export type Head = { sequence: number; hash: string };

/** What comes before the first link. */
export const NO_HEAD: Head = { sequence: 0, hash: '' };

const linkText = ({
  area,
  tenant,
  sequence,
  previous,
  aggregate,
  version,
  body,
}: Omit<Link, 'hash'>): string =>
  JSON.stringify([area, tenant, sequence, previous, aggregate, version, body]);

/** The link that follows `head`. */
export function nextLink(
  hash: Hash,
  head: Head,
  event: Pick<Link, 'area' | 'tenant' | 'aggregate' | 'version'> & { text: string },
): Link {
  const { area, tenant, aggregate, version, text } = event;
  const link = {
    area,
    tenant,
    sequence: head.sequence + 1,
    previous: head.hash,
    aggregate,
    version,
    body: hash(text),
  };
  return { ...link, hash: hash(linkText(link)) };
}

/** The first sequence at which a chain does not hold together after `begin`, or undefined when it does. */
export function brokenAt(hash: Hash, links: readonly Link[], begin: Head = NO_HEAD): number | undefined {
  let head = begin;
  for (const link of links) {
    const follows = link.sequence === head.sequence + 1 && link.previous === head.hash;
    if (!follows || hash(linkText(link)) !== link.hash) return head.sequence + 1;
    head = link;
  }
  return undefined;
}

/** How far one tenant's chain had come when an anchor was made. */
export type Anchored = { tenant: string } & Head;
/** What is signed: the heads that moved since the anchor before, and that anchor's own hash. */
export type AnchorText = {
  area: string;
  sequence: number;
  at: string;
  previous: string;
  heads: readonly Anchored[];
};

/** The text of an anchor, the same for the same heads in any order. */
export function anchorText({ area, sequence, at, previous, heads }: AnchorText): string {
  const sorted = [...heads].sort((a, b) => (a.tenant < b.tenant ? -1 : 1));
  return JSON.stringify([
    area,
    sequence,
    at,
    previous,
    sorted.map((head) => [head.tenant, head.sequence, head.hash]),
  ]);
}

/** Whether a chain still holds what an anchor has seen of it: catches a cut tail and a chain written anew. */
export const holdsAnchor = (links: readonly Link[], anchored: Anchored): boolean =>
  links[anchored.sequence - (links[0]?.sequence ?? 1)]?.hash === anchored.hash;

/**
 * After what a chain has to hold together: its links end after eight years (security.md 5.4), and the newest
 * anchor as old as that, signed, says how far it had come by then. Without such an anchor, from its first link.
 */
export function beginOf(
  tenant: string,
  anchors: readonly { at: string; heads: readonly Anchored[] }[],
  dueBefore: string,
): Head {
  const due = anchors.filter(({ at }) => at < dueBefore).flatMap(({ heads }) => heads);
  return due.findLast((head) => head.tenant === tenant) ?? NO_HEAD;
}
