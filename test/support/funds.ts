import type { GrantId } from '#shared/model/ids.ts';
import type { Caller } from './caller.ts';
import type { Patiently } from './demonstration.ts';

type Kept = { rows: { grant: { id: GrantId; status: string }; version: number; isClosed: boolean }[] };
type Found = { matches: { grant: { id: GrantId } }[] };

/** A published fund of the coordinator's area, with its version as it is now. */
export async function fundOf(
  coordinator: Caller,
  patiently: Patiently = (ask) => ask(),
): Promise<{ grantId: GrantId; version: number }> {
  const answer = await patiently(() => coordinator.get('/api/moderation/grants'));
  if (answer.status !== 200) throw new Error(`The funds were not listed: ${answer.status} ${answer.text}`);
  const row = (answer.json as Kept).rows.find(
    ({ grant, isClosed }) => grant.status === 'published' && !isClosed,
  );
  if (row === undefined) throw new Error('The area has no published fund');
  return { grantId: row.grant.id, version: row.version };
}

/** A fund of Shropshire, as anyone may know it. */
export async function fundElsewhere(anyone: Caller): Promise<{ grantId: GrantId; version: number }> {
  const answer = await anyone.get('/api/grants?council=E06000051');
  const [match] = (answer.json as Found).matches;
  if (match === undefined) throw new Error('Shropshire has no published fund');
  return { grantId: match.grant.id, version: 1 };
}
