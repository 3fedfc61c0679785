/**
 * Which files a bucket deployment copies: the filters of `aws s3 sync`, exclude before include, the last that
 * fits decides. `*` also crosses slashes.
 */
export function createFilter(
  exclude: readonly string[],
  include: readonly string[],
): (name: string) => boolean {
  const excludes = exclude.map(expression);
  const includes = include.map(expression);
  return (name) => includes.some((one) => one.test(name)) || !excludes.some((one) => one.test(name));
}

function expression(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
    .replaceAll('[!', '[^');
  return new RegExp(`^${source}$`, 's');
}
