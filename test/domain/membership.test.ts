import { describe, expect, test } from 'vitest';
import { answering, holding, rolesIn } from '#functions/domain/group/members.ts';
import { groupsOf, isCoordinator, manages } from '#functions/domain/membership.ts';
import { OrganizationId, SchemeId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/roles.ts';

const GROUP = OrganizationId.parse('0b7f5c1e-3f0a-5c1d-9a51-2f6f0a1b2c3d');
const OTHER = OrganizationId.parse('1b7f5c1e-3f0a-5c1d-9a51-2f6f0a1b2c3d');
const TEAM = SchemeId.parse('2b7f5c1e-3f0a-5c1d-9a51-2f6f0a1b2c3d');
const OTHER_TEAM = SchemeId.parse('3b7f5c1e-3f0a-5c1d-9a51-2f6f0a1b2c3d');

const leads: Membership = { role: 'group_lead', organizationId: GROUP };
const reads: Membership = { role: 'group_reader', organizationId: GROUP };
const leadsOther: Membership = { role: 'group_lead', organizationId: OTHER };

const who = (name: string, memberships: readonly Membership[], active = true) => ({
  name,
  memberships,
  active,
});
const names = (found: readonly { name: string }[]) => found.map(({ name }) => name);

describe('who is who in a group', () => {
  test('a role holds in its own group alone, and for whoever may sign in', () => {
    const members = [
      who('lead', [leads]),
      who('reader who leads elsewhere', [leadsOther, reads]),
      who('lead who left', [leads], false),
    ];
    expect(names(holding(members, GROUP, 'group_lead'))).toEqual(['lead']);
    expect(names(holding(members, GROUP, 'group_reader'))).toEqual(['reader who leads elsewhere']);
    expect(rolesIn(who('both', [reads, leadsOther, leads]), GROUP)).toEqual(['group_lead', 'group_reader']);
  });

  test('its leads answer for it, and its readers where no lead can sign in', () => {
    const reader = who('reader who leads elsewhere', [leadsOther, reads]);
    expect(names(answering([reader, who('lead', [leads])], GROUP))).toEqual(['lead']);
    expect(names(answering([reader, who('lead who left', [leads], false)], GROUP))).toEqual([reader.name]);
    expect(answering([who('reader who left', [reads], false)], GROUP)).toEqual([]);
  });

  test('the groups of a role are those it is held in', () => {
    expect(groupsOf(who('lead of two', [leads, reads, leadsOther]), 'group_lead')).toEqual([GROUP, OTHER]);
    expect(groupsOf(who('lead', [leads]), 'group_reader')).toEqual([]);
  });
});

describe('who looks after an area or a team', () => {
  test('a manager manages the own team, a link worker none', () => {
    const manager = who('manager', [{ role: 'lw_manager', schemeId: TEAM }]);
    expect(manages(manager, TEAM)).toBe(true);
    expect(manages(manager, OTHER_TEAM)).toBe(false);
    expect(manages(who('worker', [{ role: 'link_worker', schemeId: TEAM }]), TEAM)).toBe(false);
  });

  test('a coordinator is whoever holds that role', () => {
    expect(isCoordinator(who('coordinator', [leads, { role: 'coordinator' }]))).toBe(true);
    expect(isCoordinator(who('commissioner', [{ role: 'commissioner' }]))).toBe(false);
  });
});
