import { type ComponentChild, Fragment, h } from 'preact';
import type * as z from 'zod/mini';
import type { Deps } from '#functions/commands/deps.ts';
import type { LinkPurpose } from '#functions/domain/links/life.ts';
import type { Result } from '#functions/domain/result.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { findLink, type Link, type LiveLink } from '#functions/store/link-token.ts';
import type { Endpoint, Nothing } from '#shared/api/endpoint.ts';
import type { LinkPath } from '#shared/api/links.ts';
import { REFUSALS, type Refusal } from '#shared/api/problem.ts';
import type { Instant } from '#shared/model/dates.ts';
import { links as words } from '#shared/text/en/links.ts';
import { site } from '#shared/text/en/site.ts';
import type { Helper } from '#shared/ui/find/ring.tsx';
import { type DeadLink, DeadLinkPage } from '#shared/ui/link/dead-link-page.tsx';
import type { App } from './app.ts';
import type { PageAnswer, PageStatus, RefusedPage } from './handler.ts';
import { mountPage } from './mount.ts';
import { filled } from './pages/template.ts';

/** What stands behind a link: the title of the page and the page itself. */
export type LinkPage = { title: string; page: ComponentChild; status?: PageStatus };
/** What the pages of links are made with: `template` is the site's own page with slots. */
export type Linked = { deps: Deps; template: string };
type At = { link: LiveLink; now: Instant };
/** What a press that did not fit had typed, and what needs another look. */
export type Again = { problem?: string; fields?: Refusal['fields']; typed?: unknown };

/**
 * One kind of link. `show` draws its page and changes nothing; `act` does what a press asks for and draws
 * what came of it. What `act` refuses, and a press that does not fit, is shown as `problem` on the page.
 */
export type LinkKind<Body extends z.ZodMiniType> = {
  purpose: LinkPurpose;
  page: Endpoint<typeof LinkPath, typeof Nothing, typeof Nothing, typeof Nothing>;
  press: Endpoint<typeof LinkPath, typeof Nothing, Body, typeof Nothing>;
  show(at: At & Again): Promise<LinkPage>;
  act(at: At & { body: z.infer<Body> }): Promise<Result<LinkPage>>;
};

/** Whom to ring about a link: the coordinator of its area, or of every area when we do not know it. */
async function helpersFor({ table, areas }: Deps, link: Link | undefined): Promise<Helper[]> {
  const ids = link === undefined ? await listAreas(table) : [link.area];
  const settings = await Promise.all(ids.map(areas));
  return settings.map(({ name, coordinator }) => ({
    area: name,
    name: coordinator.name,
    phone: coordinator.phone,
  }));
}

/**
 * Mounts the two routes of a mailed link. The page asks for no session and reads no cookie; whoever has
 * the link may use it. A link that does not work (any more) is answered by a page that says what to do.
 */
export function mountLink<Body extends z.ZodMiniType>(
  app: App,
  { deps, template }: Linked,
  kind: LinkKind<Body>,
): void {
  const drawn = async ({ title, page, status = 200 }: LinkPage): Promise<PageAnswer> => {
    const html = await filled(template, site.titleOf(title), h(Fragment, null, page));
    return { kind: 'html', status, html };
  };
  const dead = async (why: DeadLink, link?: Link): Promise<PageAnswer> => {
    const helpers = await helpersFor(deps, link).catch(() => []);
    const page = h(DeadLinkPage, { why, purpose: kind.purpose, helpers });
    return drawn({ title: words[why].title, page, status: 404 });
  };
  const withLink = async (token: string, now: Instant, go: (link: LiveLink) => Promise<PageAnswer>) => {
    const found = await findLink(deps.table, token, now);
    if (found === undefined || found.link.purpose !== kind.purpose) return dead('unknown');
    return found.life === 'live' ? go(found.link) : dead(found.life, found.link);
  };
  const again = (refusal: Refusal, at: At & { typed: unknown }) => {
    const { code, fields } = refusal;
    return kind
      .show({ ...at, problem: fields?.[0]?.text ?? REFUSALS[code].title, fields })
      .then((shown) =>
        drawn({ ...shown, title: words.errorPrefix + shown.title, status: REFUSALS[code].status }),
      );
  };
  const refused: RefusedPage = async ({ refusal, given, now }) => {
    const token = given?.params['token'];
    if (refusal.code === 'not_found' || token === undefined) return dead('unknown');
    if (refusal.code === 'invalid')
      return withLink(token, now, (link) => again(refusal, { link, now, typed: given?.body }));
    const page = h(DeadLinkPage, { why: 'busy', purpose: kind.purpose, helpers: [] });
    return drawn({ title: words.busy.title, page, status: REFUSALS[refusal.code].status });
  };
  mountPage(
    app,
    kind.page,
    ({ params, now }) => withLink(params.token, now, async (link) => drawn(await kind.show({ link, now }))),
    refused,
  );
  mountPage(
    app,
    kind.press,
    ({ params, body, now }) =>
      withLink(params.token, now, async (link) => {
        const done = await kind.act({ link, now, body });
        return done.ok ? drawn(done.value) : again(done.refusal, { link, now, typed: body });
      }),
    refused,
  );
}
