import * as z from 'zod/mini';
import type { Place } from '#functions/store/queue.ts';
import type { AreaId } from '#shared/model/area.ts';
import { QueueKind } from '#shared/model/task.ts';
import { behind, opaque } from './cursor.ts';

const text = z.string().check(z.minLength(1), z.maxLength(120));
const Position = z.tuple([QueueKind, text, text, text]);

/** Where a page of the queue ended, as an opaque cursor. The area is left out: it is the caller's. */
export const writePlace = (area: AreaId, { kind, key, sort }: Place): string =>
  opaque([kind, key.pk.slice(area.length), key.sk, sort]);

/** Reads a cursor back as a place in this area's queue and no other; undefined when it is none. */
export function readPlace(area: AreaId, cursor: string): Place | undefined {
  const read = Position.safeParse(behind(cursor));
  if (!read.success) return undefined;
  const [kind, pk, sk, sort] = read.data;
  return pk.startsWith('#') ? { kind, key: { pk: `${area}${pk}`, sk }, sort } : undefined;
}

/** Where a page of the history ended: its month, and the last line seen in it. */
export type Back = { month: string; after?: string | undefined };
const Past = z.tuple([z.string().check(z.regex(/^\d{4}-\d{2}$/)), z.nullable(text)]);

export const writeBack = ({ month, after }: Back): string => opaque([month, after ?? null]);

/** Reads a cursor of the history back; undefined when it is none. */
export function readBack(cursor: string): Back | undefined {
  const read = Past.safeParse(behind(cursor));
  if (!read.success) return undefined;
  const [month, after] = read.data;
  return { month, after: after ?? undefined };
}
