import { beforeAll, describe, expect, it } from 'vitest';
import { listed } from '#functions/search/listed.ts';
import { listingOf, rowOf } from '#functions/search/listing.ts';
import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import { Organization } from '#shared/model/organization.ts';
import { startEngine } from '#test/support/engine.ts';
import { NOW, type ReferralWorld, referralWorld } from '#test/support/referral-world.ts';

let world: ReferralWorld;
beforeAll(async () => {
  const engine = await startEngine();
  world = await referralWorld(engine.table);
  await engine.close();
});

const AREA = { nation: 'england', open: true, wards: {} } as const;
/** The listing of a group as it comes back from a block. */
function published(change: Partial<Organization>) {
  const organization = Organization.parse({ ...world.group, ...change });
  const [listing] =
    listed({ organization, services: [world.activity], capacities: new Map() }, AREA)?.listings ?? [];
  if (listing === undefined) throw new Error('The group is not listed');
  return listingOf(JSON.parse(JSON.stringify(rowOf(listing))));
}

describe('what search knows of a new group', () => {
  it('is until when it has three open referrals at most', () => {
    const checkedAt = later(NOW, -5 * DAY_LENGTH);
    expect(published({ checkedAt })).toMatchObject({ newUntil: later(checkedAt, 30 * DAY_LENGTH) });
    expect(published({ checkedAt }).unclaimed).toBeUndefined();
  });

  it('is nothing once a coordinator has lifted that', () => {
    const known = { at: NOW, by: world.people.lead.userId, why: 'first_went_well' } as const;
    expect(published({ checkedAt: NOW, known }).newUntil).toBeUndefined();
  });
});
