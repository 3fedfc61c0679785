/** Where people come to after signing in when they asked for nothing else. */
export const AFTER_SIGN_IN = '/start';

/**
 * The path of this site to go to after signing in, or the start of the work when what was asked for
 * leads anywhere else. A browser reads `\` as `/` and drops tabs and line breaks, so the whole is
 * resolved as a browser would before it is believed.
 */
export function sameSitePath(asked: string | undefined, origin: string): string {
  if (asked === undefined || !asked.startsWith('/')) return AFTER_SIGN_IN;
  if (/[\\\p{Cc}]/u.test(asked) || asked.startsWith('//') || !URL.canParse(asked, origin))
    return AFTER_SIGN_IN;
  const url = new URL(asked, origin);
  const path = url.pathname;
  if (url.origin !== new URL(origin).origin || path.startsWith('//')) return AFTER_SIGN_IN;
  if (/^\/(auth|api|_local)(\/|$)/.test(path)) return AFTER_SIGN_IN;
  return `${path}${url.search}`;
}
