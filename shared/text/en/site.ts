/** Words of the frame around every page. */
export const site = {
  name: 'VCSE partner portal',
  titleOf: (page: string) => `${page} - VCSE partner portal`,
  description: 'Local groups and how much room they have: gardening, choirs, walking, advice, company.',
  skip: 'Skip to main content',
  menu: 'Menu',
  menuLabel: 'Show or hide the menu',
  navigation: 'Main',
  demo: 'Demonstration',
  demoText: 'All groups and people here are made up.',
  links: {
    find: 'Find a group',
    grants: 'Small grants',
    about: 'About',
    help: 'Help now',
    signIn: 'Sign in',
  },
  footer: {
    label: 'About this site',
    help: 'Help now: who to ring',
    about: 'About the portal',
    data: 'About our data',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    notEmergency: 'This is not an emergency service. In danger, ring 999. For urgent health help, ring 111.',
    os: 'Contains OS data © Crown copyright and database right 2014, 2020, 2025.',
    royalMail: 'Contains Royal Mail data © Royal Mail copyright and database right 2014, 2020.',
    ons: 'Source: Office for National Statistics licensed under the Open Government Licence v.3.0.',
  },
  noScript:
    'This page needs JavaScript, which is switched off in your browser. You can still find a group without it, or ring your local coordinator.',
} as const;
