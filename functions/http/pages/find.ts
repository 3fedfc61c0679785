import { h } from 'preact';
import type * as z from 'zod/mini';
import { cursorFor, PAGE, positionOf } from '#functions/search/cursor.ts';
import { type Looked, lookUpPostcode } from '#functions/search/postcode-lookup.ts';
import { type Searching, search } from '#functions/search/search.ts';
import { REFUSALS, type Refusal } from '#shared/api/problem.ts';
import { type FindForm, findForm, findPage, type SearchQuery } from '#shared/api/search.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { find as words } from '#shared/text/en/find.ts';
import { postcode as postcodeWords } from '#shared/text/en/postcode.ts';
import { site } from '#shared/text/en/site.ts';
import { type Answers, answersOf, findHref } from '#shared/ui/find/answers.ts';
import { FindPage, type FindPageProps } from '#shared/ui/find/find-page.tsx';
import type { App } from '../app.ts';
import type { PageAnswer, PageStatus, RefusedPage } from '../handler.ts';
import { mountPage } from '../mount.ts';
import { givenAnswers } from './given-answers.ts';
import { filled, type Templates } from './template.ts';
import { helpersFor } from './whom-to-ring.ts';

/** How long the edge may keep a page of results, in seconds. */
const MAX_AGE = 30;

/** Where a part of the address that no field holds is put right. */
const FIELD: Readonly<Partial<Record<string, string>>> = { near: 'postcode', cell: 'postcode' };

type Form = z.infer<typeof FindForm>;

/** What to do about a postcode that leads nowhere. */
function postcodeProblem(looked: Exclude<Looked, { kind: 'found' }>): string {
  if (looked.kind === 'not_covered') return postcodeWords.notCovered(looked.council);
  return looked.kind === 'not_known' ? postcodeWords.notKnown : postcodeWords.notAPostcode;
}

/** What is said where no results can be: that the search does not answer, or what to do instead. */
const problemOf = ({ code }: Refusal): string =>
  code === 'unavailable' || code === 'failed' ? words.busy : REFUSALS[code].title;

/** Mounts the search page and its form. */
export function mountFind(app: App, searching: Searching, templates: Templates): void {
  const page = async (status: PageStatus, props: FindPageProps): Promise<PageAnswer> => {
    const wrong = Object.keys(props.errors ?? {}).length > 0;
    const name = props.answers.near === undefined ? words.title : words.titleNear(props.answers.near);
    const title = site.titleOf(wrong ? `Error: ${name}` : name);
    const html = await filled(templates.find, title, h(FindPage, props));
    return { kind: 'html', status, html, ...(status === 200 ? { maxAge: MAX_AGE } : {}) };
  };

  const refused: RefusedPage = async ({ refusal, given, now }) => {
    const asked = { ...given?.query, ...Object(given?.body) };
    const answers = givenAnswers(asked);
    const helpers = await helpersFor(searching.index, undefined, now).catch(() => []);
    const errors = Object.fromEntries((refusal.fields ?? []).map(({ id, text }) => [FIELD[id] ?? id, text]));
    if (refusal.code === 'invalid') return page(422, { answers, errors, helpers });
    return page(REFUSALS[refusal.code].status, { answers, helpers, problem: problemOf(refusal) });
  };

  mountPage(
    app,
    findPage,
    async ({ query, now }) => {
      const answers = answersOf(query);
      const found = await search(searching, query, now);
      if (!found.ok) return { kind: 'redirect', status: 302, to: findHref(answers) };
      const helpers = await helpersFor(searching.index, query.cell, now);
      return page(200, { answers, helpers, found: { reply: found.value, ...pageOf(query, now, answers) } });
    },
    refused,
  );

  mountPage(
    app,
    findForm,
    async ({ body, now }) => {
      const place = await placeOf(searching, body);
      const answers = givenAnswers(body);
      if ('errors' in place) {
        const helpers = await helpersFor(searching.index, undefined, now);
        return page(422, { answers, errors: place.errors, helpers });
      }
      return { kind: 'redirect', status: 303, to: findHref({ ...answers, ...place }) };
    },
    refused,
  );
}

type Place = { cell: string | undefined; near: string | undefined };

/** Where the form wants to look: where it already does, somewhere new, or anywhere; or what to do about it. */
async function placeOf({ table }: Searching, body: Form): Promise<Place | { errors: { postcode: string } }> {
  const typed = body.postcode ?? '';
  const asBefore = typed === '' || typed.toUpperCase() === body.near;
  if (asBefore && body.cell !== undefined && body.near !== undefined)
    return { cell: body.cell, near: body.near };
  if (typed === '') return { cell: undefined, near: undefined };
  const looked = await lookUpPostcode(table, typed);
  if (looked.kind === 'found') return { cell: looked.cell, near: looked.near };
  return { errors: { postcode: postcodeProblem(looked) } };
}

/** Where in the list this page begins, and the way back from it. */
function pageOf(query: SearchQuery, now: Instant, answers: Answers) {
  const { offset, day } = positionOf(query, dayOf(now)) ?? { offset: 0, day: dayOf(now) };
  if (offset === 0) return { offset, previous: undefined };
  const cursor = offset === PAGE ? undefined : cursorFor(query, { offset: offset - PAGE, day });
  return { offset, previous: findHref(answers, [], cursor) };
}
