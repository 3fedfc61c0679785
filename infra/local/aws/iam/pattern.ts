/** Whether `*` (any run) and `?` (one character) make the pattern fit the whole value. Case counts. */
export function matchesGlob(pattern: string, value: string): boolean {
  return matches(pattern, value, () => true);
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
  return matches(pattern, resource, (character, star) => character !== ':' || endsPart(pattern, star));
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
  return [...split.slice(0, 5), split.slice(5).join(':')].slice(0, Math.min(6, split.length));
}

function endsPart(pattern: string, star: number): boolean {
  const next = pattern[star + 1];
  return next === undefined || next === ':';
}

/** Walks both once, going back to the latest star only: no pattern can make it slow. */
function matches(
  pattern: string,
  value: string,
  mayCover: (character: string, star: number) => boolean,
): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < value.length) {
    const wanted = pattern[at];
    if (wanted === '*') {
      star = at;
      at += 1;
      resume = index;
    } else if (wanted === '?' || (wanted !== undefined && wanted === value[index])) {
      at += 1;
      index += 1;
    } else if (star >= 0 && mayCover(value[resume] ?? '', star)) {
      resume += 1;
      index = resume;
      at = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
