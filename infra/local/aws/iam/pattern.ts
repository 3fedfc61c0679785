const compiled = new Map<string, RegExp>();

/** Whether `*` (any run) and `?` (one character) make the pattern fit the whole value. Case counts. */
export function matchesGlob(pattern: string, value: string): boolean {
  return expression('glob', pattern, () => '.*').test(value);
}

/** An action against an `Action` element: `dynamodb:Get*`; case does not count. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesGlob(pattern.toLowerCase(), action.toLowerCase());
}

/**
 * A resource against a `Resource` element. A wildcard stays within its part of the ARN, unless it is
 * the last character of that part: then it may run on past the colon, as IAM documents.
 */
export function matchesResource(pattern: string, resource: string): boolean {
  return expression('resource', pattern, (next) =>
    next === undefined || next === ':' ? '.*' : '[^:]*',
  ).test(resource);
}

/** An ARN against the value of ArnLike or ArnEquals: each of the six parts is compared on its own. */
export function matchesArn(pattern: string, arn: string): boolean {
  const wanted = parts(pattern);
  const given = parts(arn);
  return (
    wanted.length === 6 &&
    given.length === 6 &&
    wanted.every((part, index) => matchesGlob(part, given[index] ?? ''))
  );
}

function parts(arn: string): string[] {
  const split = arn.split(':');
  return split.length < 6 ? split : [...split.slice(0, 5), split.slice(5).join(':')];
}

function expression(kind: string, pattern: string, star: (next: string | undefined) => string): RegExp {
  const name = `${kind} ${pattern}`;
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const characters = [...pattern.replace(/\*+/g, '*')];
  const source = characters.map((character, index) => {
    if (character === '*') return star(characters[index + 1]);
    return character === '?' ? '.' : character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  const made = new RegExp(`^${source.join('')}$`, 's');
  compiled.set(name, made);
  return made;
}
