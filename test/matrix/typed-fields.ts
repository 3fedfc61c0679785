/**
 * Where words may be: some tables, whom a mail goes to, what it says, and the addresses the portal makes. A
 * log, an event, a stream, a queue, a count and the audit are no such places, whatever is typed.
 */
export type Where = 'portal' | 'directory' | 'sessions' | 'mail to' | 'mail' | 'address';

/**
 * One field in which people type: what is typed there, and where it is found afterwards and nowhere else.
 * `may`: where it could be as well, had somebody gone on from there. `alone` asks for a request of its own;
 * `instead` stands in for what the sample has around the field.
 */
export type Typed = {
  as: 'words' | 'phone' | 'email' | 'web' | 'postcode';
  goes: readonly Where[];
  may?: readonly Where[];
  alone?: true;
  instead?: Readonly<Record<string, unknown>>;
};

const nowhere = { as: 'words', goes: [] } as const;
/** Read by the people it is for, where the thing itself is kept. */
const kept = { as: 'words', goes: ['portal'] } as const;
/** What a group says of itself to everybody. */
const listed = { as: 'words', goes: ['portal', 'directory'] } as const;
/** A page of the funder, to which the page of the fund leads. */
const page = { as: 'web', goes: ['portal', 'directory'], may: ['address'] } as const;
/** An address is whom its mail goes to, and stands in the session of whoever signs in by it. */
const address = { as: 'email', goes: ['portal', 'sessions', 'mail to'] } as const;
/** The name of whoever came by a link: shown to those they work with, and to themselves while signed in. */
const somebody = { as: 'words', goes: ['portal', 'sessions'] } as const;

const fund = (at: string): Record<string, Typed> => ({
  [`${at}title`]: listed,
  [`${at}funderName`]: listed,
  [`${at}programmeName`]: listed,
  [`${at}summary`]: listed,
  [`${at}whatItPays[]`]: listed,
  [`${at}whatItDoesNot[]`]: listed,
  [`${at}access.supportContact`]: listed,
  [`${at}criteria[].text`]: listed,
  [`${at}sourceUrl`]: page,
  [`${at}criteria[].quoteUrl`]: page,
});

const registration = (at: string): Record<string, Typed> => ({
  // Everybody may read it once a coordinator has checked the group.
  [`${at} name`]: { as: 'words', goes: ['portal', 'sessions', 'mail'], may: ['directory'] },
  [`${at} happens`]: kept,
  [`${at} when`]: kept,
  // Only its first half is kept, of which a street cannot be told.
  [`${at} postcode`]: { as: 'postcode', goes: [] },
  [`${at} email`]: address,
  // What a machine fills in; nothing is kept of it.
  [`${at} more`]: { as: 'words', goes: [], alone: true },
});

const activity = (at: string): Record<string, Typed> => ({
  [`${at} name`]: { ...listed, may: ['mail'] },
  [`${at} description`]: listed,
  [`${at} firstVisit`]: listed,
  [`${at} place.name`]: listed,
  [`${at} place.address`]: listed,
  [`${at} place.postcode`]: { as: 'postcode', goes: ['portal', 'directory'] },
  [`${at} cost.note`]: listed,
});

/** Every field of the registry in which somebody can type words, and where these may be. */
export const TYPED: Readonly<Record<string, Typed>> = {
  'find.form postcode': { as: 'postcode', goes: [] },
  // The words of a public search stand in its address, which can be sent on; no log keeps an address.
  'find.form q': { as: 'words', goes: ['address'] },
  'find.page ?q': { as: 'words', goes: [], may: ['address'] },
  'search ?q': nowhere,
  'session.sign_in ?login_hint': { as: 'email', goes: ['address'] },
  ...activity('service.add'),
  ...activity('service.change'),
  'service.change access.languages[]': listed,
  'service.change exclusions[]': listed,
  'group.change phone.number': { as: 'phone', goes: ['portal', 'directory'] },
  'group.change phone.bestTimes': listed,
  'moderation.group_check note': kept,
  'moderation.group_return note': kept,
  ...fund('grant.add '),
  ...fund('grant.change grant.'),
  'referral.create wardName': kept,
  'referral.create wouldLike': kept,
  'referral.create label': kept,
  'referral.create person.preferredName': nowhere,
  'referral.create person.surname': nowhere,
  'referral.create person.channel.phone': { as: 'phone', goes: [], instead: { kind: 'phone' } },
  'referral.create person.channel.email': { as: 'email', goes: [], alone: true, instead: { kind: 'email' } },
  'referral.create person.safeContactNote': nowhere,
  'referral.complete words': kept,
  'referral.decline comment': kept,
  'referral.ask text': kept,
  'referral.answer text': kept,
  'referral.hand_back note': kept,
  'referral.return_to_group note': kept,
  'referral.record_new_owner who': kept,
  'referral.record_new_owner organization': kept,
  ...registration('registration.create'),
  ...registration('registration.form'),
  'confirm.press name': somebody,
  'invite.press name': somebody,
  'invite.press phone': { as: 'phone', goes: ['portal', 'sessions'] },
  'invite.create email': address,
  // Named to whoever is invited to it or signs in there.
  'scheme.create name': { ...kept, may: ['mail', 'sessions'] },
  'safeguarding.answer advice.number': kept,
  'safeguarding.answer lead.name': kept,
  'safeguarding.answer lead.role': kept,
  'safeguarding.answer lead.contact': kept,
  'safeguarding.answer lead.deputy': kept,
  'safeguarding.answer numbers.adultSocialCare': kept,
  'safeguarding.answer numbers.outOfHours': kept,
  'safeguarding.answer limits[]': listed,
  'suggestion.make text': kept,
  'place.change councils[].adultSocialCare': listed,
  'place.change councils[].outOfHours': listed,
  'place.change councils[].crisis': listed,
  'place.change councils[].linkWorkers': listed,
  'place.change coordinator.name': listed,
  'place.change coordinator.phone': listed,
  'place.change coordinator.email': { as: 'email', goes: ['portal', 'directory', 'mail to'] },
  // A browser's report of what a page's policy stopped: it may quote anything, so nothing of it is kept.
  'system.csp_report ': nowhere,
};

const PLACE_IN_LIST = 'A place in a list, as the portal itself gave it; opaque.';
const FROM_PROVIDER = 'Comes from the identity provider, not from a person.';
const RULE = 'Names a rule within its fund: small letters, digits and dashes.';
const SIGNED = 'What the page was given when it was shown, signed.';

/** Fields that take words but in which nobody types, each with its reason. */
export const NOT_TYPED: Readonly<Record<string, string>> = {
  'find.page ?cursor': PLACE_IN_LIST,
  'search ?cursor': PLACE_IN_LIST,
  'moderation.done ?cursor': PLACE_IN_LIST,
  'moderation.queue ?cursor': PLACE_IN_LIST,
  'people.list ?cursor': PLACE_IN_LIST,
  'referral.list ?cursor': PLACE_IN_LIST,
  'session.sign_in ?to': 'A path of this site, to which somebody goes after signing in.',
  'session.callback ?code': FROM_PROVIDER,
  'session.callback ?state': FROM_PROVIDER,
  'session.callback ?error': FROM_PROVIDER,
  'session.callback ?iss': FROM_PROVIDER,
  'grant.add criteria[].id': RULE,
  'grant.change grant.criteria[].id': RULE,
  'registration.create form': SIGNED,
  'registration.form form': SIGNED,
};
