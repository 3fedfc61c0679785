/**
 * Finds what looks like somebody's details in free text: kinds only, never the text itself. It warns
 * before sending; it is a net with holes, not a proof. Kinds: phone, email, nhs_number, postcode, birth_date.
 */
export const PRIVATE_KINDS = ['phone', 'email', 'nhs_number', 'postcode', 'birth_date'] as const;
export type PrivateKind = (typeof PRIVATE_KINDS)[number];

const EMAIL = /[^\s@]+(?:@|\s?\(at\)\s?|\s\[at\]\s)[^\s@]+\.[a-z]{2,}/i;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2}\b/i;
const DIGIT_RUN = /(?:\+|\(|\b)\d(?:[\s().\-–]{0,2}\d){8,13}\b/g;
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const BIRTH_DATES = [
  /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?|birthday)\b[\s:.\-–]{0,3}(?:is\s|the\s)?\d{1,2}\b/i,
  /\b(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19\d\d|200\d|201\d)\b/,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})[a-z]*,? (?:19\\d\\d|200\\d|201\\d)\\b`, 'i'),
];

/** The check of an NHS number: ten digits, the last one is 11 minus the weighted sum mod 11. */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

const isPhone = (run: string, digits: string): boolean =>
  run.startsWith('+') || digits.startsWith('00')
    ? digits.length >= 11
    : digits.startsWith('0') && (digits.length === 10 || digits.length === 11);

function numbersIn(text: string): PrivateKind[] {
  return [...text.matchAll(DIGIT_RUN)].flatMap(([run]) => {
    const digits = run.replace(/\(0\)(?=\s?\d)/, run.startsWith('+') ? '' : '0').replace(/\D/g, '');
    if (isPhone(run.replace(/^\(/, ''), digits)) return ['phone'];
    return isNhsNumber(digits) ? ['nhs_number'] : [];
  });
}

/** The kinds of private detail a text seems to hold, each once, in a fixed order. */
export function privateWords(text: string): PrivateKind[] {
  const found = new Set<PrivateKind>(numbersIn(text));
  if (EMAIL.test(text)) found.add('email');
  if (POSTCODE.test(text)) found.add('postcode');
  if (BIRTH_DATES.some((pattern) => pattern.test(text))) found.add('birth_date');
  return PRIVATE_KINDS.filter((kind) => found.has(kind));
}
