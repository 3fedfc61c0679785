import { h } from 'preact';
import { findPublicGroup } from '#functions/search/group-reader.ts';
import type { Searching } from '#functions/search/search.ts';
import { groupPage } from '#shared/api/group-public.ts';
import { REFUSALS } from '#shared/api/problem.ts';
import { find as findWords } from '#shared/text/en/find.ts';
import { groupPage as words } from '#shared/text/en/group-page.ts';
import { site } from '#shared/text/en/site.ts';
import { answersOf } from '#shared/ui/find/answers.ts';
import { FindPage } from '#shared/ui/find/find-page.tsx';
import { GroupPage, NoGroupPage } from '#shared/ui/group/group-page.tsx';
import type { App } from '../app.ts';
import type { PageAnswer, RefusedPage } from '../handler.ts';
import { mountPage } from '../mount.ts';
import { givenAnswers } from './given-answers.ts';
import { filled, type Templates } from './template.ts';
import { helpersFor } from './whom-to-ring.ts';

/** How long the edge may keep a group's page, in seconds. */
const MAX_AGE = 30;

/** Mounts the page of a group; one that is not listed gets a page that helps. */
export function mountGroupPage(app: App, searching: Searching, templates: Templates): void {
  const notFound = async (now: string): Promise<PageAnswer> => {
    const helpers = await helpersFor(searching.index, undefined, now).catch(() => []);
    const page = h(NoGroupPage, { helpers });
    const html = await filled(templates.notFound, site.titleOf(words.notFound), page);
    return { kind: 'html', status: 404, html };
  };
  const refused: RefusedPage = async ({ refusal, now }) => {
    if (refusal.code === 'not_found' || refusal.code === 'invalid') return notFound(now);
    const page = h(FindPage, { answers: givenAnswers({}), helpers: [], problem: findWords.busy });
    const { status } = REFUSALS[refusal.code];
    const html = await filled(templates.notFound, site.titleOf(findWords.title), page);
    return { kind: 'html', status, html };
  };
  mountPage(
    app,
    groupPage,
    async ({ params, query, now }) => {
      const group = await findPublicGroup(searching.table, params.groupId, now);
      if (group === undefined) return notFound(now);
      const page = h(GroupPage, { group, now, sought: answersOf(query) });
      const html = await filled(templates.group, site.titleOf(group.name), page);
      return { kind: 'html', status: 200, html, maxAge: MAX_AGE };
    },
    refused,
  );
}
