/** Where a search was about: its postcode district and map square, whichever it named. */
export function nearIn(search: string): { near: string | undefined; cell: string | undefined } {
  const query = new URLSearchParams(search);
  const near = query.get('near') ?? '';
  const cell = query.get('cell') ?? '';
  return {
    near: /^[A-Z]{1,2}\d[A-Z\d]?$/.test(near) ? near : undefined,
    cell: /^[0-9b-hjkmnp-z]{6}$/.test(cell) ? cell : undefined,
  };
}
