/** Whether a record passes the filters of a mapping. */
export type Filter = (record: unknown) => boolean;
type Test = (value: unknown) => boolean;

/**
 * EventBridge patterns as event source mappings read them: a record passes when any pattern fits, a pattern
 * when every field it names fits. An operator this runner does not know stops the start.
 */
export function createFilter(patterns: readonly unknown[]): Filter {
  const tests = patterns.map((pattern) => objectTest(pattern, '$'));
  return (record) => tests.length === 0 || tests.some((test) => test(record));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectTest(pattern: unknown, path: string): Test {
  if (Array.isArray(pattern)) return anyOf(pattern.map((one) => valueTest(one, path)));
  if (!isObject(pattern)) throw new Error(`Filter ${path}: a pattern is an object or a list.`);
  const fields = Object.entries(pattern).map(([name, inner]) => {
    if (name === '$or') throw new Error(`Filter ${path}: "$or" is not run locally.`);
    return { name, test: objectTest(inner, `${path}.${name}`) };
  });
  return (value) => {
    const object = isObject(value) ? value : {};
    return fields.every(({ name, test }) => test(object[name]));
  };
}

const anyOf =
  (tests: readonly Test[]): Test =>
  (value) =>
    Array.isArray(value)
      ? value.some((one) => tests.some((test) => test(one)))
      : tests.some((test) => test(value));

function valueTest(pattern: unknown, path: string): Test {
  if (!isObject(pattern)) return (value) => value === pattern;
  const [operator, operand] = Object.entries(pattern)[0] ?? [];
  switch (operator) {
    case 'exists':
      return (value) => (value !== undefined) === operand;
    case 'prefix':
      return (value) => typeof value === 'string' && value.startsWith(String(operand));
    case 'suffix':
      return (value) => typeof value === 'string' && value.endsWith(String(operand));
    case 'equals-ignore-case':
      return (value) => typeof value === 'string' && value.toLowerCase() === String(operand).toLowerCase();
    case 'anything-but': {
      if (isObject(operand)) throw new Error(`Filter ${path}: this "anything-but" is not run locally.`);
      const but = Array.isArray(operand) ? operand : [operand];
      return (value) => value !== undefined && !but.includes(value);
    }
    default:
      throw new Error(`Filter ${path}: the operator "${operator}" is not run locally.`);
  }
}
