import { h } from 'preact';
import type { SearchIndex } from '#functions/search/index-reader.ts';
import { linkWorkersPage } from '#shared/api/link-workers.ts';
import { REFUSALS } from '#shared/api/problem.ts';
import { linkWorkers as words } from '#shared/text/en/link-workers.ts';
import { site } from '#shared/text/en/site.ts';
import { LinkWorkersPage, type Reached } from '#shared/ui/link-workers-page.tsx';
import type { App } from '../app.ts';
import type { PageAnswer, PageStatus } from '../handler.ts';
import { mountPage } from '../mount.ts';
import { filled } from './template.ts';

/** How long the edge may keep the page, in seconds. */
const MAX_AGE = 30;

/** Mounts the page on which anybody reads how link workers are reached, by council. */
export function mountLinkWorkers(app: App, index: SearchIndex, template: string): void {
  const page = async (status: PageStatus, reached: readonly Reached[] | undefined): Promise<PageAnswer> => {
    const html = await filled(template, site.titleOf(words.title), h(LinkWorkersPage, { reached }));
    return { kind: 'html', status, html, ...(status === 200 ? { maxAge: MAX_AGE } : {}) };
  };
  mountPage(
    app,
    linkWorkersPage,
    async ({ now }) => {
      const councils = (await index.areas(now)).flatMap((area) => area.councils);
      return page(
        200,
        councils.map(({ name, linkWorkers }) => ({ council: name, how: linkWorkers })),
      );
    },
    ({ refusal }) => page(REFUSALS[refusal.code].status, undefined),
  );
}
