import type { ActivityKind } from '../../model/need.ts';

/** What a group does. */
export const activities: Readonly<Record<ActivityKind, string>> = {
  volunteering: 'Volunteering',
  arts: 'Arts and crafts',
  group_learning: 'Learning together',
  gardening: 'Gardening',
  befriending: 'Befriending',
  cookery: 'Cooking',
  healthy_eating: 'Healthy eating',
  sport: 'Sport',
  walking: 'Walking',
  choir: 'Singing',
  advice: 'Advice',
  peer_support: 'People in the same boat',
  lunch_club: 'Lunch club',
  digital_skills: 'Phone and computer skills',
};
