/** The warning for what looks like somebody's details in free text. */
const kinds = {
  phone: 'a phone number',
  email: 'an email address',
  nhs_number: 'an NHS number',
  postcode: 'a postcode',
  birth_date: 'a date of birth',
} as const;

const PREFIX = 'This looks like';

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

export const privateWords = {
  prefix: PREFIX,
  looksLike: (found: readonly (keyof typeof kinds)[]): string =>
    `${PREFIX} ${list(found.map((kind) => kinds[kind]))}. Take it out, or tick that it is not about a person`,
  keep: 'I looked again: this says nothing about who a person is',
} as const;
