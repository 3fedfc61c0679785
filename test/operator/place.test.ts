import { describe, expect, it } from 'vitest';
import { postcodeShards } from '#infra/build/postcodes.ts';
import { readWards } from '#infra/place/tables.ts';
import { OutcodeShard } from '#shared/model/postcode.ts';

const shards = postcodeShards();
const ours = shards.filter(({ area }) => area !== null);

describe('the places', () => {
  it('have one file a district of the United Kingdom, each of the shape the browser reads', () => {
    expect(shards).toHaveLength(2960);
    expect(new Set(shards.map(({ outcode }) => outcode)).size).toBe(2960);
    for (const shard of shards) expect(OutcodeShard.safeParse(shard).success).toBe(true);
  });

  it('know every postcode of the two councils and put each in a ward of its own area', () => {
    const units = ours.flatMap(({ units: known }) => Object.values(known));
    expect(units).toHaveLength(25_995);
    for (const { area, wards, units: known } of ours)
      for (const [, , ward] of Object.values(known))
        expect(wards[ward]?.council).toBe(area === 'manchester' ? 'E08000003' : 'E06000051');
  });

  it('say whose a district outside is, and nothing else of it', () => {
    const elsewhere = shards.filter(({ area }) => area === null);
    expect(elsewhere.find(({ outcode }) => outcode === 'M31')?.councilName).toBe('Trafford');
    expect(
      elsewhere.every(({ councilName, units }) => councilName !== '' && Object.keys(units).length === 0),
    ).toBe(true);
  });

  it('keep every postcode within a few miles of the middle of its ward', () => {
    const wards = new Map(readWards().map((ward) => [ward.code, ward]));
    for (const { wards: inShard, units } of ours)
      for (const [latitude, longitude, index] of Object.values(units)) {
        const ward = wards.get(inShard[index]?.code ?? '');
        expect(Math.abs(latitude - (ward?.latitude ?? 0))).toBeLessThan(0.2);
        expect(Math.abs(longitude - (ward?.longitude ?? 0))).toBeLessThan(0.35);
      }
  });

  it('stay small in the browser: no district is more than 40 KB', () => {
    expect(Math.max(...shards.map((shard) => JSON.stringify(shard).length))).toBeLessThan(40_000);
  });
});
