import type { Need } from '../../model/need.ts';

type Door = { title: string; text: string; needs: readonly Need[] };

/** The first page. The four doors are the four kinds of people a link worker meets, each with its needs. */
export const home = {
  title: 'Find local groups with room for you',
  lead: 'Gardening, singing, walking, help with bills, somebody to talk to. See what is near, when it is on, and whether there is space.',
  form: 'Search near a postcode',
  needLabel: 'What would help?',
  anyNeed: 'Anything',
  unsure: 'Not sure which to choose?',
  go: 'Find groups',
  doorsTitle: 'Or start from what is going on',
  doors: [
    {
      title: 'I feel lonely or cut off',
      text: 'Company, lunch clubs, help to get online',
      needs: ['company', 'digital', 'purpose'],
    },
    {
      title: 'I feel low, worried or sad',
      text: 'Talking, making things, being outdoors, grief',
      needs: ['grief', 'company', 'purpose'],
    },
    {
      title: 'I live with a long-term illness',
      text: 'Gentle movement, eating well, others who know how it is',
      needs: ['moving', 'food', 'company'],
    },
    {
      title: 'I have several worries at once',
      text: 'Money, home, work, caring for somebody, feeling safe',
      needs: ['money', 'home', 'work', 'carers', 'safety'],
    },
  ] satisfies readonly Door[],
  forGroups: 'Do you run a group?',
  forGroupsText: 'Say how much room you have and get referrals that fit. It takes a minute a week.',
  forWorkers: 'Are you a link worker?',
  forWorkersText:
    'Find a group with room, send a referral that respects the person, and hear what came of it.',
  howTitle: 'How it works',
  how: [
    'Groups say how much room they have, and when they last said so stands beside it.',
    'You can go by yourself, or a link worker can introduce you if you agree.',
    'Your name and number are sealed. The group sees them only after it says yes.',
  ],
} as const;
