/** The fields of an object of unknown origin; none when it is no object. */
export function readFields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
