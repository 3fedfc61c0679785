import type { ActivityKind, Need } from '#shared/model/need.ts';
import type { Tier } from '#shared/model/safeguarding.ts';

/** First halves of invented group names; none names a real place or body. */
export const FIRST_NAMES: readonly string[] = [
  'Copper Kettle', 'Kingfisher', 'Tin Whistle', 'Larkspur', 'Blue Gate', 'Wandering Teapot', 'Old Loom',
  'Sycamore Row', 'Puddle Lane', 'Honeycomb', 'Paper Boat', 'Thimble', 'Red Wheelbarrow', 'Button Box',
  'Quiet Heron', 'Third Bench', 'Open Latch', 'Bramble', 'Skylark', 'Patchwork', 'Two Spoons', 'Hedgerow',
  'Merry Otter', 'Dandelion', 'Silver Birch Yard', 'Wooden Spoon', 'Half Moon', 'Snowdrop', 'Borrowed Ladder',
  'Lamplight', 'Pocket Compass', 'Fiddlehead', 'Gooseberry', 'Weathervane', 'Rain or Shine', 'Firefly',
  'Barley Twist', 'Windfall', 'Turning Page', 'Cartwheel', 'Cuckoo Clock', 'Moss and Stone', 'Orange Scarf',
  'Hopscotch', 'Jam Jar', 'Long Table', 'Magpie', 'Nutmeg', 'Pebble', 'Quince', 'Rowan Door', 'Seven Steps',
  'Tumbling Leaf', 'Umbrella', 'Velvet Chair', 'Willow Chime', 'Yellow Door', 'Zigzag', 'Acorn Cup', 'Biscuit Tin',
]; // biome-ignore format: a list of names reads better in lines

type Kind = {
  /** Second halves of group names. */
  groups: readonly string[];
  /** Names of activities. */
  activities: readonly string[];
  needs: readonly Need[];
  tiers: readonly Tier[];
  what: readonly string[];
};

/** What groups of each kind are called, do, and help with. */
export const KINDS: Readonly<Record<ActivityKind, Kind>> = {
  volunteering: {
    groups: ['Helpers', 'Neighbours', 'Volunteers'],
    activities: ['Lend a hand morning', 'Helpers’ rota', 'Repair table helpers'],
    needs: ['purpose', 'work', 'company'],
    tiers: [1, 1, 0],
    what: [
      'We find small jobs that need doing and do them together, an hour or two at a time.',
      'Sort donations, mend things and make tea beside people who have done it before.',
    ],
  },
  arts: {
    groups: ['Makers', 'Painters', 'Craft Circle'],
    activities: ['Drawing and chat', 'Clay afternoon', 'Textiles table', 'Printing for beginners'],
    needs: ['company', 'purpose', 'grief'],
    tiers: [1, 1, 2],
    what: [
      'Make something with your hands in good company. Nobody judges, and materials are there.',
      'A relaxed art session. Some people paint, some sew, some only come for the talk.',
    ],
  },
  group_learning: {
    groups: ['Learners', 'Reading Room', 'Study Table'],
    activities: ['English conversation', 'Numbers without fear', 'Local history circle'],
    needs: ['work', 'purpose', 'identity'],
    tiers: [1, 0, 1],
    what: [
      'Learn together at a gentle pace, with a tutor who has time for questions.',
      'A small class for people who left school early or learned elsewhere.',
    ],
  },
  gardening: {
    groups: ['Growers', 'Garden Group', 'Allotment Friends'],
    activities: ['Garden mornings', 'Allotment hour', 'Seeds and soup', 'Potting shed'],
    needs: ['moving', 'company', 'purpose'],
    tiers: [1, 1, 2],
    what: [
      'Dig, sow, water or just sit among the beds. Tools, gloves and a warm shed are here.',
      'We grow vegetables on shared plots and eat what we grow. Raised beds for those who cannot bend.',
    ],
  },
  befriending: {
    groups: ['Companions', 'Friendly Faces', 'Good Company'],
    activities: ['Tea and chat', 'Telephone friends', 'Door-to-door company'],
    needs: ['company', 'grief', 'carers'],
    tiers: [2, 2, 3, 1],
    what: [
      'For anyone who would like more people in their week. Come, sit down, talk or listen.',
      'A volunteer gets to know you and you spend an hour together each week.',
    ],
  },
  cookery: {
    groups: ['Cooks', 'Kitchen', 'Soup Pot'],
    activities: ['Cook and share', 'Meals for one', 'Baking afternoon'],
    needs: ['food', 'company'],
    tiers: [1, 1, 2],
    what: [
      'Cook a simple meal together and eat it together. Take a portion home.',
      'Learn cheap, good meals with what the cupboard has. Ingredients are provided.',
    ],
  },
  healthy_eating: {
    groups: ['Good Plate', 'Pantry', 'Harvest Table'],
    activities: ['Eat well on little', 'Pantry visit', 'Six good suppers'],
    needs: ['food', 'money', 'moving'],
    tiers: [1, 0],
    what: [
      'Friendly advice on eating well, with a pantry where a little money goes a long way.',
      'Six sessions on food that does you good, led by people who cook every day.',
    ],
  },
  sport: {
    groups: ['Movers', 'Active Club', 'Stretchers'],
    activities: ['Chair exercise', 'Walking football', 'Gentle swim', 'Table tennis for all'],
    needs: ['moving', 'company'],
    tiers: [1, 1, 2],
    what: [
      'Move at your own pace, sitting or standing. The leader shows an easier way for everything.',
      'Sport for people who think they are not sporty. No kit, no score, plenty of laughing.',
    ],
  },
  walking: {
    groups: ['Walkers', 'Strollers', 'Footpath Friends'],
    activities: ['Short health walk', 'Dog and all', 'Waterside walk'],
    needs: ['moving', 'company'],
    tiers: [1, 1, 0],
    what: [
      'An easy walk of up to an hour with a bench every so often and a cup of tea at the end.',
      'We walk at the pace of the slowest and nobody is left behind.',
    ],
  },
  choir: {
    groups: ['Singers', 'Choir', 'Voices'],
    activities: ['Singing for breath', 'Sing what you like', 'Choir practice'],
    needs: ['company', 'purpose', 'identity'],
    tiers: [1, 1],
    what: [
      'Sing together. No audition, no reading music, no solos unless you want one.',
      'Songs from everywhere, learned by ear. Good for the lungs and for the week.',
    ],
  },
  advice: {
    groups: ['Advice Desk', 'Rights Table', 'Help Point'],
    activities: ['Bills and benefits', 'Housing drop-in', 'Form-filling help', 'Staying safe at home'],
    needs: ['money', 'home', 'safety'],
    tiers: [1, 0, 1],
    what: [
      'Bring the letter, we read it with you and work out the next step.',
      'Free, private help with money, housing and forms. Nobody is too late to ask.',
    ],
  },
  peer_support: {
    groups: ['Circle', 'Together', 'Shared Path'],
    activities: ['Bereavement circle', 'Carers’ break', 'Rainbow evening', 'After harm: women’s group'],
    needs: ['grief', 'carers', 'identity', 'safety'],
    tiers: [2, 2, 1],
    what: [
      'People who have been there too. You can talk, or only listen; what is said stays here.',
      'A small steady group, the same faces each time, with a trained volunteer in the room.',
    ],
  },
  lunch_club: {
    groups: ['Lunch Club', 'Dinner Table', 'Supper Friends'],
    activities: ['Hot lunch together', 'Soup and bread', 'Big table'],
    needs: ['food', 'company', 'carers'],
    tiers: [1, 2, 1],
    what: [
      'A two-course lunch, a quiz now and then, and a lift home if you need one.',
      'Eat with neighbours. The kitchen knows about allergies and soft food.',
    ],
  },
  digital_skills: {
    groups: ['Screens Club', 'Digital Friends', 'Online Helpers'],
    activities: ['Phone and tablet help', 'Get online slowly', 'Job search on a screen'],
    needs: ['digital', 'work', 'money'],
    tiers: [1, 0],
    what: [
      'Bring the phone that puzzles you. A volunteer sits beside you, as often as you like.',
      'Learn email, video calls and forms at your own pace. Laptops can be borrowed.',
    ],
  },
};

export const FIRST_VISITS: readonly string[] = [
  'Somebody meets you at the door and shows you where things are. About twelve people come. You can sit near the door.',
  'Come ten minutes early and ask for the person with the green lanyard. You can bring somebody with you.',
  'We ring you the day before. The first time, just watch if you like; nobody asks you to speak.',
  'Usually six to eight people round one table. There is a quiet room next door if it gets too much.',
  'You get a short tour, a drink, and a chair beside someone who came for the first time last month.',
];

export const EXCLUSIONS: readonly string[] = [
  'We cannot help with personal care such as eating, washing or using the toilet.',
  'We cannot support someone who is in crisis now: ring the numbers on the stop panel first.',
  'Sessions are busy and loud; we cannot give one-to-one support during them.',
  'We cannot give medicines or keep them for anyone.',
];

export const VENUES: readonly string[] = [
  'Lantern Hall', 'The Old Schoolroom', 'Heron Centre', 'Upper Room', 'Corner House', 'Garden Pavilion',
  'The Loft', 'Meeting House', 'Market Room', 'Canal Shed', 'Library Annexe', 'Sports Pavilion',
]; // biome-ignore format: a list of names reads better in lines

export const STREETS: readonly string[] = [
  'Larkspur Street', 'Thimble Lane', 'Kettle Yard', 'Weaver’s Row', 'Orchard Back', 'Pump Street', 'Saddle Lane',
  'Bobbin Street', 'Old Mill Path', 'Chapel Walk', 'Narrow Gate', 'Dovecote Road', 'Ropewalk', 'Cinder Path',
]; // biome-ignore format: a list of names reads better in lines
