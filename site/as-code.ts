/**
 * A value of plain data, patterns and functions as the code that makes it. What is undefined is left
 * out. A function must lean on nothing outside itself.
 */
export function asCode(value: unknown): string {
  if (value instanceof RegExp || typeof value === 'function') return String(value);
  if (Array.isArray(value)) return `[${value.map(asCode)}]`;
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value));
  const entries = Object.entries(value).filter(([key, inner]) => inner !== undefined || key === 'value');
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${asCode(inner)}`)}}`;
}
