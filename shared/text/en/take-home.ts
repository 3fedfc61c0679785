type About = { group: string; activity: string; when: string; place: string; reference: string };

/** A text for the person, which the link worker may send: the portal never does. */
export const personText = (about: About): string =>
  [
    `I have told ${about.group} that you would like to come to ${about.activity}.`,
    about.when === '' ? '' : `It is ${about.when}.`,
    about.place === '' ? '' : `Where: ${about.place}.`,
    'They will answer me first. Then somebody gets in touch with you, or I do.',
    `You can change your mind at any time: just tell me. If you ring, say ${about.reference}.`,
  ]
    .filter((line) => line !== '')
    .join(' ');

/** The lines of the card a person takes home. */
export const takeHomeCard = {
  when: 'When',
  where: 'Where',
  cost: 'Cost',
  first: 'Your first visit',
  ringGroup: 'Ring the group',
  getThere: 'How to get there',
  bus: 'There is a bus stop near.',
  noSteps: 'There are no steps.',
  ringMe: 'Ring your link worker',
  reference: 'Say this reference',
} as const;
