import * as z from 'zod/mini';
import type { AreaId } from '#shared/model/area.ts';
import { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { SafeguardingAnswers } from '#shared/model/safeguarding-answers.ts';
import { portalKeys } from './keys.ts';
import { marksBeside, marksOf } from './marks.ts';
import { record, type Stored, unchangedSince } from './record.ts';
import type { Item, Table, Write } from './table.ts';

/** What a group has answered, and when each. Its own leads and its coordinator read it; nobody else. */
const Body = z.strictObject({
  answers: SafeguardingAnswers,
  answeredAt: z.record(z.string(), Instant),
});
export type StoredAnswers = z.infer<typeof Body>;
export const safeguardingRecord = record('safeguarding', Body);

export type AnswersToChange = Stored<StoredAnswers> & { marks: readonly string[] };

/** The answers of a group as an item of *portal*. */
export const safeguardingItem = (
  at: { area: AreaId; id: OrganizationId },
  value: StoredAnswers,
  version = 1,
): Item => safeguardingRecord.toItem(portalKeys.safeguarding(at.area, at.id), value, version);

/** The answers as they stand (version 0: none yet), with the requests that changed them. */
export async function findAnswers(
  table: Table,
  at: { area: AreaId; id: OrganizationId },
): Promise<AnswersToChange> {
  const item = await table.get('portal', portalKeys.safeguarding(at.area, at.id));
  if (item === undefined) return { value: { answers: {}, answeredAt: {} }, version: 0, marks: [] };
  return { ...safeguardingRecord.fromItem(item), marks: marksOf(item) };
}

/** The write that replaces them; fails when somebody else answered meanwhile. */
export const answersWrite = (
  at: { area: AreaId; id: OrganizationId },
  { version, marks }: AnswersToChange,
  next: StoredAnswers,
): Write => ({
  kind: 'put',
  table: 'portal',
  item: { ...safeguardingItem(at, next, version + 1), ...marksBeside(marks) },
  expected: unchangedSince(version),
});
