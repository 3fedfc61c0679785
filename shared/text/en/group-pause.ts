import type { WhyKnown } from '../../model/organization.ts';
import type { PauseReason } from '../../model/safeguarding.ts';

const reasons: Readonly<Record<PauseReason, string>> = {
  concern_raised: 'Somebody has raised a concern',
  nobody_to_tell: 'There is nobody to tell when somebody is worried',
  cannot_be_reached: 'The group cannot be reached',
  group_asked: 'The group has asked for it',
};

/** The coordinator's page about one group: how it stands, and stopping referrals to it. */
export const groupPause = {
  title: 'How a group stands',
  missing: 'Open the group’s page first. At its end is a link that leads here.',
  search: 'Find a group',
  ring: 'Ring the group',
  noPhone: 'The group has given no phone number.',
  readers: 'People named to read referrals',
  open: 'Questions without an answer',
  none: 'None',
  until: 'Its answers count until',
  never: 'They do not count',
  see: 'See the group’s page',
  reasons,
  known: {
    title: 'This group is new here',
    text: (day: string) =>
      `Until ${day} it has three open referrals at most, so that nobody can collect people’s details.`,
    isFull: 'It has three just now.',
    why: 'Why can it have more?',
    whys: {
      worked_with_before: 'I have worked with this group before',
      visited_since: 'I have visited it since it was checked',
      first_went_well: 'Its first referrals went well',
    } satisfies Record<WhyKnown, string>,
    submit: 'Lift the limit',
    done: (group: string) => `${group} can be sent as many people as it has room for.`,
  },
  vouch: {
    title: 'New as readers of its referrals',
    text: 'They can answer, but open no contact details yet. Ring a lead on a number you already have, not one you were sent, and ask who this is.',
    from: (name: string, when: string) => `${name}, from ${when}`,
    submit: (name: string) => `I have rung: let ${name} open details now`,
    done: (name: string) => `${name} can open contact details now.`,
  },
  pause: {
    title: 'Stop referrals to this group',
    text: 'Nobody is sent from that moment. Nobody at the group can open contact details any more, not even of people it has said yes to. Ring it first if you can. What was said about whom is not written here.',
    reason: 'Why?',
    submit: 'Stop referrals now',
    done: (group: string) => `Referrals to ${group} have stopped. Its leads have been told to ring you.`,
  },
  resume: {
    title: 'Referrals to this group are paused',
    text: 'When the reason is gone, end the pause. The group then stands as its answers say.',
    submit: 'End the pause',
    done: (group: string) => `The pause for ${group} has ended. Its leads have been told.`,
  },
} as const;
