import { readdirSync, readFileSync } from 'node:fs';
import { type FunctionComponent, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { REFUSALS, RefusalCode } from '#shared/api/problem.ts';
import { OrganizationId, SchemeId, UserId } from '#shared/model/ids.ts';
import { Role } from '#shared/model/roles.ts';
import { client } from '#shared/text/en/client.ts';
import { refusedPage } from '#shared/text/en/refused-page.ts';
import { session as words } from '#shared/text/en/session.ts';
import { openPage } from '#test/support/tiny-page.ts';
import { Frame } from '../../site/src/islands/frame.tsx';
import { RefusedPage } from '../../site/src/islands/refused-page.tsx';
import type { Refused } from '../../site/src/lib/answer.ts';
import { createSession } from '../../site/src/lib/session.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
/** Names whatever a page may be about. */
const ABOUT_ONE = `/referrals/${ID}?${['group', 'service', 'referral', 'fund'].map((name) => `${name}=${ID}`).join('&')}`;
const ABOUT_NOTHING = '/referrals/none';

/** These ask for nothing when they are opened: nobody can be refused. */
const ASKS_NOTHING = ['nothing-fits'];

const MOUNTED = /mount(?:Page|Open)\('([\w-]+)', (\w+)/;

type Island = FunctionComponent<{ session: unknown; call: () => Promise<unknown> }>;
type PageFile = { name: string; island: Island };

/** Every page that an island is mounted on, found by what the page itself says. */
const pages: PageFile[] = [];
for (const file of readdirSync('site/src/pages').filter((name) => name.endsWith('.astro'))) {
  const source = readFileSync(`site/src/pages/${file}`, 'utf8');
  const [, name = '', component = ''] = MOUNTED.exec(source) ?? [];
  const [, from] =
    new RegExp(`\\{ ${component} \\} from '\\.\\./islands/([\\w-]+)\\.tsx'`).exec(source) ?? [];
  if (name === '' || from === undefined) continue;
  const module = await import(`../../site/src/islands/${from}.tsx`);
  pages.push({ name, island: module[component] });
}

const organizationId = OrganizationId.parse(ID);
const schemeId = SchemeId.parse(ID);
const session = {
  userId: UserId.parse(ID),
  name: 'Rowan Ellery',
  area: 'manchester',
  areaName: 'Manchester',
  now: '2026-11-23T10:00:00.000Z',
  names: { [ID]: 'Marigold Corner' },
  memberships: Role.options.map((role) => ({ role, organizationId, schemeId })),
};

type Told = Pick<Refused, 'code' | 'title'>;
const MISSING: Told = { code: 'not_found', title: REFUSALS.not_found.title };
const REFUSED: Told[] = [
  ...RefusalCode.options.map((code) => ({ code, title: REFUSALS[code].title })),
  { code: 'no_connection', title: client.noConnection },
  { code: 'unreadable', title: client.unreadable },
];

/** A page once each of its calls was refused, and how many it made. */
async function refusedWith(island: Island, refused: Told, address: string) {
  let calls = 0;
  const call = async () => {
    calls += 1;
    return { ok: false, refused };
  };
  const page = openPage(address);
  await act(async () => render(h(island, { session, call }), page.place));
  await act(async () => new Promise((resolve) => setTimeout(resolve)));
  return { ...page, calls, html: page.html() };
}

const headings = (html: string): string[] => html.match(/<h1\b/g) ?? [];

/** What leads away or does something. What is not there will not be there when asked again. */
const waysOn = (html: string, code: string): string[] =>
  (html.match(/<a [^>]*href="\/|<button\b.*?<\/button>/g) ?? []).filter(
    (way) => code !== 'not_found' || !way.includes(`>${client.tryAgain}<`),
  );

describe('the pages of the site', () => {
  it('are all found, with what mounts on them', () => {
    const files = readdirSync('site/src/pages').filter((file) => file.endsWith('.astro'));
    const working = files.filter((file) =>
      readFileSync(`site/src/pages/${file}`, 'utf8').includes(' island="'),
    );
    expect(pages).toHaveLength(working.length);
  });
});

describe.each(pages)('the page of $name', ({ name, island }) => {
  it('has one heading of level one, a true title and a way on whatever it is refused with', async () => {
    for (const refused of REFUSED) {
      const { html, calls, title } = await refusedWith(island, refused, ABOUT_ONE);
      expect(calls > 0, 'it asked').toBe(!ASKS_NOTHING.includes(name));
      expect(html).not.toContain(client.loading);
      expect(headings(html), html).toHaveLength(1);
      expect(waysOn(html, refused.code), html).not.toHaveLength(0);
      if (html.includes('govuk-error-summary')) expect(title()).toMatch(new RegExp(`^${client.errorPrefix}`));
    }
  });

  it('has both where its address names nothing', async () => {
    const { html } = await refusedWith(island, MISSING, ABOUT_NOTHING);
    expect(headings(html), html).toHaveLength(1);
    expect(waysOn(html, 'not_found'), html).not.toHaveLength(0);
  });
});

describe('a page that is refused whole', () => {
  const draw = async (refused: Told) => {
    const page = openPage('/referrals');
    const before = page.title();
    const show = (of: Told | undefined) =>
      act(async () => render(of && h(RefusedPage, { refused: of, retry: () => undefined }), page.place));
    await show(refused);
    return { page, before, show };
  };

  it('says what is wrong in the title of the window too, until there is something else', async () => {
    const { page, before, show } = await draw(MISSING);
    expect(page.title()).toBe(`${refusedPage.title}: ${before}`);
    await show(undefined);
    expect(page.title()).toBe(before);
  });

  it('has the focus in its heading, again when it is refused again', async () => {
    const { page, show } = await draw(MISSING);
    expect(page.focused()).toBe('h1');
    page.blur();
    await show({ ...MISSING });
    expect(page.focused()).toBe('h1');
  });

  it('lets somebody who is not signed in any more come back to this very page', async () => {
    const { page } = await draw({ code: 'not_signed_in', title: 'Sign in' });
    expect(page.html()).toContain('href="/auth/sign-in?to=%2Freferrals"');
    expect(page.html()).toContain(words.signInTitle);
    // Nothing was typed on a page that never came.
    expect(page.html()).not.toContain('typed');
  });
});

describe('a page that somebody may not see, or no more', () => {
  type Reply = () => Response;
  const signedIn: Reply = () =>
    Response.json({
      ...session,
      memberships: [],
      idleAt: '2026-11-23T10:30:00.000Z',
      endsAt: '2026-11-23T18:00:00.000Z',
    });
  const nobody: Reply = () => Response.json({ code: 'not_signed_in', title: 'Sign in' }, { status: 401 });
  const unreachable: Reply = () => Response.error();
  const broken = (): never => {
    throw new Error('drawn wrongly');
  };

  it.each<[string, Role[], () => null, Reply[], string]>([
    ['nobody is signed in', [], () => null, [nobody], words.signInTitle],
    ['the portal cannot be reached', [], () => null, [unreachable], words.unreachableTitle],
    ['it is for another role', ['coordinator'], () => null, [signedIn], words.noRoleTitle],
    ['drawing it fails', [], broken, [signedIn], words.brokenTitle],
    ['the session ends', ['coordinator'], () => null, [signedIn, nobody], words.endedTitle],
  ])('says so in its heading and title, with a way on: %s', async (_why, roles, island, replies, said) => {
    const asked = replies.values();
    const store = createSession({
      fetch: async () => (asked.next().value ?? nobody)(),
      elapsed: () => 0,
      tell: () => undefined,
    });
    const page = openPage('/caseload');
    await act(async () => render(h(Frame, { store, page: island, roles }), page.place));
    for (const _ of replies) await act(() => store.read());
    expect(page.html()).toMatch(new RegExp(`<h1[^>]*>${said}</h1>`));
    expect(page.focused()).toBe('h1');
    expect(page.title()).toMatch(new RegExp(`^${said}: `));
    expect(headings(page.html())).toHaveLength(1);
    expect(waysOn(page.html(), '')).not.toHaveLength(0);
  });
});
