import { h } from 'preact';
import { isClosed } from '#functions/domain/grant/in-time.ts';
import { matchOf } from '#functions/domain/grant/match.ts';
import { listPublicGrants } from '#functions/store/grant.ts';
import type { Table } from '#functions/store/table.ts';
import { grantPage, grantsPage } from '#shared/api/grants.ts';
import { REFUSALS } from '#shared/api/problem.ts';
import { grants as words } from '#shared/text/en/grants.ts';
import { site } from '#shared/text/en/site.ts';
import { GrantPage } from '#shared/ui/grants/grant-page.tsx';
import { GrantsPage, NoGrantPage } from '#shared/ui/grants/grants-page.tsx';
import type { App } from '../app.ts';
import { answersOf, askingOf } from '../grants-found.ts';
import { findGrants, grantWorld } from '../grants-public.ts';
import type { PageAnswer, PageStatus, RefusedPage } from '../handler.ts';
import { mountPage } from '../mount.ts';
import { filled, type GrantTemplates } from './template.ts';

/** How long the edge may keep a page of funds, in seconds. */
const MAX_AGE = 30;

/** Mounts the list of small grants and the page of one; a link that is bent or old gets a page that helps. */
export function mountGrantPages(app: App, table: Table, templates: GrantTemplates): void {
  const instead = async (status: PageStatus, problem: 'not_found' | 'busy'): Promise<PageAnswer> => {
    const helpers = await grantWorld(table, null)
      .then((world) => world.helpers)
      .catch(() => []);
    const title = problem === 'busy' ? words.title : words.notFound;
    const html = await filled(templates.notFound, site.titleOf(title), h(NoGrantPage, { problem, helpers }));
    return { kind: 'html', status, html };
  };
  const refused: RefusedPage = async ({ refusal }) => {
    // Answers that nobody could have ticked: the page again, without them.
    if (refusal.code === 'invalid') return { kind: 'redirect', status: 302, to: '/grants' };
    if (refusal.code === 'not_found') return instead(404, 'not_found');
    return instead(REFUSALS[refusal.code].status, 'busy');
  };
  mountPage(
    app,
    grantsPage,
    async ({ query, now }) => {
      const found = await findGrants(table, query, now);
      const html = await filled(templates.grants, site.titleOf(words.title), h(GrantsPage, { found }));
      return { kind: 'html', status: 200, html, maxAge: MAX_AGE };
    },
    refused,
  );
  mountPage(
    app,
    grantPage,
    async ({ params, query, now }) => {
      const answers = answersOf(query);
      const [grant] = await listPublicGrants(table, [params.grantId]);
      if (grant === undefined || isClosed(grant, now)) return instead(404, 'not_found');
      const match = matchOf(grant, askingOf(answers, { now }));
      const { councils, helpers } = await grantWorld(table, answers.council);
      const page = h(GrantPage, { match, answers, councils, helpers });
      const html = await filled(templates.grants, site.titleOf(grant.title), page);
      return { kind: 'html', status: 200, html, maxAge: MAX_AGE };
    },
    refused,
  );
}
