import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENT_KEPT_DAYS, eventWrite } from '#functions/store/event.ts';
import { KEPT, RETENTION } from '#functions/store/retention.ts';
import { suggestionItem } from '#functions/store/suggestion.ts';
import { TABLES } from '#functions/store/table.ts';
import { userItem } from '#functions/store/user.ts';
import { AreaId } from '#shared/model/area.ts';
import { EventId, OrganizationId, SuggestionId, UserId } from '#shared/model/ids.ts';
import { againstRules, exampleOf, kindOf } from '#test/support/kinds.ts';

const DAY = 86_400;
const NOW = '2026-11-23T09:00:00.000Z';
const epoch = Date.parse(NOW) / 1000;
const area = AreaId.parse('manchester');
const userId = UserId.parse('0b9f4b0c-4a39-4a52-8a3e-0d7a4f6b2c11');
const organizationId = OrganizationId.parse('0b9f4b0c-4a39-4a52-8a3e-0d7a4f6b2c12');

describe('the rules of retention', () => {
  it('stand in docs/retention.md as they are here', () => {
    const rows = Object.values(KEPT).map(({ what, kept, endedBy }) => `| ${what} | ${kept} | ${endedBy} |`);
    const written = readFileSync('docs/retention.md', 'utf8');
    expect(written.split('\n').filter((line) => line.startsWith('|'))).toEqual([
      '| what | kept | ended by |',
      '|---|---|---|',
      ...rows,
    ]);
  });

  it('know the kind of every key that is made, and take none for another', () => {
    for (const table of TABLES)
      for (const name of Object.keys(RETENTION[table]))
        expect(kindOf(table, exampleOf(table, name))?.name, `${table} ${name}`).toBe(name);
  });

  it('name an item of a kind nobody has thought of, one that never ends and one that ends too late', () => {
    const held = new Map([
      [
        'sessions',
        [
          { pk: 'rate#search#x', sk: 'w', schema: 1 },
          { pk: 'photo#x', sk: 'photo', schema: 1 },
        ],
      ],
      ['events', [{ pk: 'done#x', sk: 'mail', schema: 1, ttl: epoch + 3 * DAY }]],
    ] as const);
    expect(againstRules(held, NOW)).toEqual([
      'sessions: rate never ends',
      'sessions: no rule for photo#x photo',
      'events: done ends later than its rule says',
    ]);
  });
});

describe('what ends by itself', () => {
  const written = (aggregate: string, version: number) => {
    const write = eventWrite({
      id: EventId.parse('01900000-0000-7000-8000-000000000000'),
      area,
      tenant: 'x',
      aggregate,
      version,
      at: NOW,
      actor: 'public',
      type: 'organization.changed',
      data: { organizationId },
    });
    return write.kind === 'put' ? write.item.ttl : undefined;
  };

  it('is an event after eight years and a month; not the first event of what stays', () => {
    expect(written(`organization#${organizationId}`, 2)).toBe(epoch + EVENT_KEPT_DAYS * DAY);
    expect(written('referral#x', 1)).toBe(epoch + EVENT_KEPT_DAYS * DAY);
    expect(written(`organization#${organizationId}`, 1)).toBeUndefined();
  });

  it('is what somebody said of a listing, half a year after a coordinator saw to it and not before', () => {
    const suggestion = {
      id: SuggestionId.parse('0b9f4b0c-4a39-4a52-8a3e-0d7a4f6b2c13'),
      area,
      organizationId,
      topic: 'has_closed',
      text: 'The hall is shut',
      at: NOW,
      made: 'a test',
      resolved: null,
    } as const;
    const resolved = { at: NOW, by: userId, how: 'group_told' } as const;
    expect(suggestionItem(suggestion, 1).ttl).toBeUndefined();
    expect(suggestionItem({ ...suggestion, resolved }, 2).ttl).toBe(epoch + 180 * DAY);
  });

  it('is somebody who was closed, two years later, unless they come back', () => {
    const user = {
      userId,
      name: 'Kit Rowe',
      email: 'kit@team.example',
      phone: null,
      area,
      memberships: [],
      active: false,
      mail: 'instant',
    } as const;
    expect(userItem({ ...user, memberships: [] }, 2, NOW).ttl).toBe(epoch + 730 * DAY);
    expect(userItem({ ...user, memberships: [], active: true }, 3, NOW).ttl).toBeUndefined();
  });
});
