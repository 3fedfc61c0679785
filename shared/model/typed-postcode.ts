// Without schemas on purpose: the search form's script is small because this file is.

export type ParsedPostcode = { outcode: string; inward: string; formatted: string };

/**
 * Reads a full postcode however it was typed (spaces, case, a letter O for a zero in the second half).
 * Returns undefined when it cannot be one; the caller says what to do next.
 */
export function parsePostcode(typed: string): ParsedPostcode | undefined {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const match = /^([A-Z]{1,2}\d[A-Z\d]?)([\dOI][A-Z]{2})$/.exec(letters);
  if (match === null) return undefined;
  const [, outcode = '', typedInward = ''] = match;
  const inward = typedInward.replace(/^O/, '0').replace(/^I/, '1');
  return { outcode, inward, formatted: `${outcode} ${inward}` };
}
