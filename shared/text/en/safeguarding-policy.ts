/** A number that is copied to a wall by hand is not broken over two lines. */
const whole = (number: string) => number.replaceAll(' ', '\u00a0');

/** The one page a committee can adopt, made from the answers to S1, S3 and S4. */
export const policyPage = {
  title: 'Our safeguarding policy',
  of: (group: string) => `Safeguarding policy of ${group}`,
  print: 'Print this page',
  back: 'Back to the questions',
  notYet: 'Answer who people tell and which numbers everyone knows first. Then this page writes itself.',
  aim: 'Everyone who comes to us has the right to be safe. We listen, we take worries seriously, and we never promise to keep them secret.',
  danger: 'If somebody is in danger now, ring 999.',
  tellTitle: 'Who to tell',
  tell: (name: string, role: string, contact: string) => `Tell ${name} (${role}): ${whole(contact)}.`,
  deputy: (name: string) => `If they are away, tell ${name}.`,
  howTitle: 'How',
  how: 'Tell them the same day, in person or by phone. Say what you saw or heard in the person’s own words. You need not be sure.',
  recordTitle: 'Where it is written down',
  record: 'They write down what was said, when and by whom. They sign it and keep it locked away.',
  othersTitle: 'When others are told',
  others:
    'They ring the police when a crime may have happened. They ring adult social care when somebody may be hurt, neglected or taken advantage of. They ask the person first wherever that is safe.',
  council: (number: string) => `Adult social care: ${whole(number)}`,
  outOfHours: (number: string) => `Evenings and weekends: ${whole(number)}`,
  adopted: 'Taken as our policy by the committee on',
  signed: 'Signed',
  review: 'We look at this page again within a year.',
} as const;
