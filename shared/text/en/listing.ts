import type * as z from 'zod/mini';
import type { SuggestionTopic } from '../../api/suggestions.ts';
import type { LegalForm } from '../../model/organization.ts';
import type { Access, Eligibility, Service } from '../../model/service.ts';
import { money } from './money.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** What a group is in law. */
export const legalForms: Words<LegalForm> = {
  charity: 'Registered charity',
  cio: 'Charitable incorporated organisation',
  cic: 'Community interest company',
  constituted_group: 'Community group with a written constitution',
  social_enterprise: 'Social enterprise',
  faith_group: 'Faith group',
  unconstituted_group: 'Community group',
};

export type AccessFact = Exclude<keyof Access, 'languages'>;

/** What people ask before a first visit: the question, and the answer as the group gave it. */
export const accessFacts: Words<AccessFact> = {
  stepFree: 'No steps to get in',
  hearingLoop: 'Hearing loop',
  quietSpace: 'A quiet space to sit',
  bringSomeone: 'You can bring somebody along',
  nearBusStop: 'Close to a bus stop',
  toilets: 'Toilets',
};
export const accessAnswer = (given: boolean | null): string => {
  if (given === null) return 'The group has not said';
  return given ? 'Yes' : 'No';
};

/** Whom an activity is only for, as the group set it. */
export const onlyFor: Words<Eligibility['onlyFor'][number]> = {
  women: 'Women',
  men: 'Men',
  lgbtq: 'LGBTQ+ people',
  carers: 'Carers',
  faith_or_culture: 'People of one faith or culture',
};

/** Ages in a sentence; undefined when the group stated no limit. */
export function ages({ minimumAge, maximumAge }: Eligibility): string | undefined {
  if (minimumAge !== null && maximumAge !== null) return `Age ${minimumAge} to ${maximumAge}`;
  if (minimumAge !== null) return `Age ${minimumAge} or over`;
  return maximumAge === null ? undefined : `Age ${maximumAge} or under`;
}

/** What a first day costs, with what for; that nobody has said is not that it is free. */
export const costOf = ({ pence, note }: Service['cost']): string =>
  [pence === null ? 'Ask the group' : money(pence), note].filter(Boolean).join('. ');

/** Whether an activity goes on. */
export const serviceStatuses: Words<Service['status']> = {
  active: 'Running',
  temporarily_closed: 'Closed for now',
  closed: 'Ended',
};

/** What may be wrong with a listing. */
export const suggestionTopics: Words<z.infer<typeof SuggestionTopic>> = {
  out_of_date: 'Something is out of date',
  something_missing: 'Something is missing',
  has_closed: 'The group has closed',
  something_else: 'Something else',
};
