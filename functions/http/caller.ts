import { createHash } from 'node:crypto';

/** The viewer's address as the distribution saw it; believed only behind the origin secret. */
export const VIEWER_HEADER = 'x-viewer-ip';

/** The network an address belongs to: IPv4 whole, IPv6 by its first four groups (a household, not a device). */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** A short hash that stands for a caller's network in rates; salted, so that it cannot be turned back by trying all addresses. */
export const callerOf = (address: string | undefined, salt: string): string =>
  createHash('sha256')
    .update(`${salt}|${networkOf(address ?? 'unknown')}`)
    .digest('base64url')
    .slice(0, 16);
