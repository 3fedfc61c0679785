type Value = string | number;

// A spreadsheet runs what begins with these as a formula.
const inert = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
const quoted = (value: Value): string => {
  const text = typeof value === 'number' ? String(value) : inert(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as RFC 4180 CSV with a byte order mark, which spreadsheets need to read names right. */
export const csv = (rows: readonly (readonly Value[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
