/** `£2`, `£2.50`, `£10,000`, `Free`, from pence. */
export function money(pence: number): string {
  if (pence === 0) return 'Free';
  const pounds = new Intl.NumberFormat('en-GB').format(Math.floor(pence / 100));
  const rest = pence % 100;
  return `£${pounds}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}
