import type { Caller } from '#test/support/caller.ts';
import type { DemoGroup } from '#test/support/demonstration.ts';

/** The map square of the middle of Shrewsbury. */
const SHREWSBURY = 'gcq5c7';

type Reply = {
  results: { serviceId: DemoGroup['serviceId']; organizationId: DemoGroup['groupId']; referable: boolean }[];
};

/** A group in the other area of the demonstration that takes referrals. */
export async function shropshireGroup(caller: Caller): Promise<DemoGroup> {
  const answer = await caller.get(`/api/search?cell=${SHREWSBURY}&miles=20&room=1`);
  const found = (answer.json as Reply).results.find(({ referable }) => referable);
  if (found === undefined)
    throw new Error('The demonstration has no referable group with room near Shrewsbury');
  return { groupId: found.organizationId, serviceId: found.serviceId };
}
