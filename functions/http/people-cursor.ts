import * as z from 'zod/mini';
import type { MemberPlace } from '#functions/store/member-pages.ts';
import { SchemeId } from '#shared/model/ids.ts';
import { behind, opaque } from './cursor.ts';

const Written = z.tuple([
  z.nullable(SchemeId),
  z.nullable(z.string().check(z.maxLength(80), z.regex(/^member#/))),
]);

/** Where a page of people ended, as an opaque cursor: the team, and the last one seen in it. */
export const writeMembers = ({ team, after }: MemberPlace): string => opaque([team, after]);

/** Reads a cursor back as a place in one of these teams and no other; undefined when it is none. */
export function readMembers(cursor: string, teams: readonly (SchemeId | null)[]): MemberPlace | undefined {
  const read = Written.safeParse(behind(cursor));
  if (!read.success) return undefined;
  const [team, after] = read.data;
  return teams.includes(team) ? { team, after } : undefined;
}
