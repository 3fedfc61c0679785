import * as z from 'zod/mini';

/** Letters and digits that cannot be mistaken for one another when read aloud: no 0, O, 1 or I. */
export const REFERENCE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The spoken name of a referral: R-XXXX-XXXX, the last character checks the seven before it. */
export const Reference = z
  .string()
  .check(z.regex(/^R-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/, 'Use a reference such as R-7K3M-92QF'))
  .brand<'Reference'>();
export type Reference = z.infer<typeof Reference>;

/** Luhn mod 32 over the alphabet: finds every single slip and nearly every swap of two neighbours. */
export function checkCharacter(characters: string): string {
  const size = REFERENCE_ALPHABET.length;
  let sum = 0;
  let factor = 2;
  for (const character of [...characters].reverse()) {
    const product = REFERENCE_ALPHABET.indexOf(character) * factor;
    sum += Math.floor(product / size) + (product % size);
    factor = factor === 2 ? 1 : 2;
  }
  return REFERENCE_ALPHABET.charAt((size - (sum % size)) % size);
}

/** Makes a reference from at least seven bytes that nobody can guess. */
export function referenceFrom(bytes: Uint8Array): Reference {
  const body = [...bytes.slice(0, 7)].map((byte) => REFERENCE_ALPHABET.charAt(byte % 32)).join('');
  return Reference.parse(`R-${body.slice(0, 4)}-${body.slice(4)}${checkCharacter(body)}`);
}

/** Whether the check character fits; false for a reference that was misread or mistyped. */
export function isSoundReference(reference: string): boolean {
  const body = reference.replaceAll('-', '').slice(1);
  return Reference.safeParse(reference).success && checkCharacter(body.slice(0, 7)) === body.charAt(7);
}
