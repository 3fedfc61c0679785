/** Whether a path fits a CloudFront path pattern: `*` for any run of characters, `?` for one, case matters. */
export function createPattern(pattern: string): (path: string) => boolean {
  const source = pattern.replace(/^\//, '').replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const expression = new RegExp(`^/${source.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
  return pattern === '*' ? () => true : (path) => expression.test(path);
}
