/** Who to ring in danger, by name; the numbers of a council come from its settings. */
export const whomToRing = {
  emergency: { who: 'Danger to life', number: '999', note: 'Police, ambulance or fire' },
  urgent: { who: 'Urgent health help', number: '111', note: 'Choose option 2 for a mental health crisis' },
  adultSocialCare: (council: string) => `Worry about abuse or neglect: ${council}, in office hours`,
  outOfHours: (council: string) => `${council}, evenings and weekends`,
  crisis: 'Local mental health crisis line',
} as const;

/** The panel above the form: who to ring instead, when a group is not what is needed now. */
export const stopPanel = {
  title: 'Stop if somebody is in danger now',
  lead: 'A group cannot help with danger. If any of these is true, ring first and do not send this form.',
  signs: [
    'Somebody may be hurt, or may hurt themselves, in the next few hours.',
    'You have seen or heard of abuse or neglect.',
    'The person is very unwell and getting worse.',
  ],
  numbersTitle: 'Who to ring',
  ...whomToRing,
} as const;
