/** The page on which a lead renews, or takes the confirmation back. */
export const renewPage = {
  title: 'Renew your safeguarding basics',
  lede: 'Read what you have told us. If it all still holds, two taps make it count for another year.',
  until: (date: string) => `It counts until ${date}.`,
  never: 'You have not confirmed them yet, so nobody can be referred to you.',
  over: 'It counts no longer, so nobody can be referred to you just now. Those you have said yes to go on for 30 days.',
  takenBack: 'You took your confirmation back, so nobody can be referred to you. Renewing brings it back.',
  left: 'Some questions have no answer yet. Answer them first; then you are confirmed and need not renew.',
  answer: 'Answer what is left',
  change: 'Change',
  nothing: 'Nothing of it',
  stillTrue: 'I have read this, and it still holds',
  submit: 'Renew for a year',
  done: (date: string) => `Renewed. It counts until ${date}.`,
  back: 'Back to your group',
  reviewed: 'When did your committee last look at your policy?',
  takeBack: {
    title: 'Take our confirmation back',
    text: 'If you cannot keep people safe just now, say so here. Nobody is referred to you from that moment. Those you have said yes to go on for 30 days, and your coordinator rings you. You can renew at any time.',
    submit: 'Take it back now',
    done: 'You have taken your confirmation back. Nobody is referred to you from now on. Your coordinator will ring you.',
  },
} as const;
