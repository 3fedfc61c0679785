import type { LegalForm } from '#shared/model/organization.ts';
import type { GroupContent, Tally } from './candidate.ts';
import { type Faults, listOf, type Node, textOf } from './node.ts';
import { groupNumber, postAddress, withoutPersonal } from './personal.ts';
import { plainText, shortened } from './plain-text.ts';

/** A web address people can follow; null for anything else. */
export function webAddress(given: string | null): string | null {
  const typed = given?.trim() ?? '';
  const whole = /^www\./i.test(typed) ? `https://${typed}` : typed;
  const isWeb = /^https?:\/\/[^\s/?#@]+\.[^\s@]+$/i.test(whole) && whole.length <= 300;
  return isWeb && URL.canParse(whole) ? new URL(whole).href : null;
}

/** Text without markup and without anybody's own number or address. */
export function publicText(given: string | null, most: number, tally: Tally): string {
  const { text, leftOut } = withoutPersonal(plainText(given ?? ''));
  tally.personal += leftOut;
  return shortened(text, most);
}

/** The first number of a group among rows of phones; whatever may be somebody's own is counted. */
function numberIn(phones: readonly Node[], faults: Faults, tally: Tally): string | null {
  const numbers = phones
    .filter((phone) => !/fax/i.test(textOf(phone, 'type', faults) ?? ''))
    .flatMap((phone) => textOf(phone, 'number', faults) ?? []);
  const ours = numbers.map(groupNumber);
  tally.personal += numbers.filter(
    (number, index) => ours[index] === null && /^\D*(44\D*)?0?7/.test(number),
  ).length;
  return ours.find((number) => number !== null) ?? null;
}

/**
 * Phones of a node and of its contacts. A contact with a name is a person: name, number and address stay
 * behind. One without a name is a desk.
 */
export function phoneOf(node: Node, faults: Faults, tally: Tally): string | null {
  const contacts = listOf(node, 'contacts', faults);
  const isPerson = (contact: Node) => textOf(contact, 'name', faults) !== null;
  tally.personal += contacts.filter(isPerson).length;
  const desks = contacts.filter((contact) => !isPerson(contact));
  const phones = [
    ...listOf(node, 'phones', faults),
    ...desks.flatMap((desk) => listOf(desk, 'phones', faults)),
  ];
  return numberIn(phones, faults, tally);
}

/** An address of a post; one that may be somebody's own is counted. */
export function emailOf(node: Node, faults: Faults, tally: Tally): string | null {
  const given = textOf(node, 'email', faults);
  const email = postAddress(given);
  if (given !== null && email === null) tally.personal += 1;
  return email;
}

function charityNumberOf(organization: Node, faults: Faults): string | null {
  const found = listOf(organization, 'organization_identifiers', faults).find((one) =>
    /^GB-(CHC|SC|NIC)$|charity/i.test(
      `${textOf(one, 'identifier_scheme', faults) ?? textOf(one, 'identifier_type', faults) ?? ''}`,
    ),
  );
  const number = found && textOf(found, 'identifier', faults);
  return number?.replace(/^GB-[A-Z]+-/i, '').slice(0, 20) ?? null;
}

const FORMS: readonly (readonly [RegExp, LegalForm])[] = [
  [/\bcio\b|charitable incorporated/i, 'cio'],
  [/\bcic\b|community interest/i, 'cic'],
  [/charit/i, 'charity'],
  [/social enterprise/i, 'social_enterprise'],
  [/church|mosque|faith|temple|synagogue/i, 'faith_group'],
];

function legalFormOf(organization: Node, name: string, number: string | null, faults: Faults): LegalForm {
  const status = textOf(organization, 'legal_status', faults) ?? '';
  const said = FORMS.find(([words]) => words.test(status))?.[1] ?? (/\bCIC\b/.test(name) ? 'cic' : undefined);
  return said ?? (number === null ? 'unconstituted_group' : 'charity');
}

/** Reads an organization. A name is all it must have: without one it is a fault. */
export function readGroup(organization: Node, faults: Faults, tally: Tally): GroupContent | undefined {
  const name = textOf(organization, 'name', faults);
  if (name === null || plainText(name) === '') {
    faults.push({ path: [...organization.path, 'name'], text: 'a group must have a name' });
    return undefined;
  }
  const charityNumber = charityNumberOf(organization, faults);
  const plain = publicText(name, 120, tally);
  const number = phoneOf(organization, faults, tally);
  return {
    name: plain,
    description: publicText(textOf(organization, 'description', faults), 600, tally),
    legalForm: legalFormOf(organization, plain, charityNumber, faults),
    charityNumber,
    website: webAddress(textOf(organization, 'website', faults) ?? textOf(organization, 'url', faults)),
    phone: { number: number ?? '', bestTimes: '', shownTo: number === null ? 'nobody' : 'public' },
    email: emailOf(organization, faults, tally),
  };
}
