import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { GapNote } from '#shared/api/gap-notes.ts';
import { type Missing, SearchReply } from '#shared/api/search.ts';
import { withoutReferral } from '#shared/text/en/without-referral.ts';
import { answersOf } from '#shared/ui/find/answers.ts';
import { FindPage } from '#shared/ui/find/find-page.tsx';

const answers = answersOf({ cell: 'gcw2j3', near: 'M14', need: ['food', 'grief'], day: ['MO'] });
const page = (missing: Missing | null, asked = answers, total = 0): string =>
  renderToString(
    <FindPage
      answers={asked}
      helpers={[]}
      found={{
        reply: SearchReply.parse({
          results: [],
          total,
          next: null,
          loosen: [],
          missing,
          now: '2026-11-23T09:00:00.000Z',
        }),
        offset: 0,
        previous: undefined,
      }}
    />,
  );
const MISSING: Missing = { cause: 'unreachable', barrier: 'day', council: 'E08000003' };

const noteOn = (html: string): unknown => {
  const said = /data-missing="([^"]+)"/.exec(html)?.[1];
  return said === undefined ? undefined : JSON.parse(said.replaceAll('&quot;', '"'));
};

describe('a search that found nobody who could take somebody', () => {
  it('says on the page what a link worker’s script notes, as the API takes it', () => {
    const note = { kind: 'unmet', needs: ['food', 'grief'], ...MISSING };
    expect(noteOn(page(MISSING))).toEqual(note);
    expect(GapNote.parse(noteOn(page(MISSING)))).toEqual(note);
  });

  it('notes nothing where nobody knows which council, or where something was found', () => {
    expect(noteOn(page({ ...MISSING, council: null }))).toBeUndefined();
    expect(noteOn(page(null))).toBeUndefined();
  });

  it('names no more needs than a note may, and none that there is not', () => {
    const many = ['food', 'nonsense', 'grief', 'company', 'money', 'home', 'moving', 'carers'];
    expect(noteOn(page(MISSING, { ...answers, need: many }))).toMatchObject({
      needs: ['food', 'grief', 'company', 'money', 'home', 'moving'],
    });
  });

  it('leads a link worker on to say why, hidden from everybody else, with what the search found', () => {
    const html = page(MISSING);
    const link =
      /<p[^>]*hidden[^>]*><a[^>]*href="([^"]+)"[^>]*data-roles="link_worker lw_manager"[^>]*>([^<]+)/.exec(
        html,
      );
    expect(link?.[2]).toBe(withoutReferral.nothingFits);
    const address = new URL((link?.[1] ?? '').replaceAll('&amp;', '&'), 'https://portal.example');
    expect(address.pathname).toBe('/nothing-fits');
    expect([...address.searchParams]).toEqual([
      ['cause', 'unreachable:day'],
      ['cell', 'gcw2j3'],
      ['near', 'M14'],
      ['need', 'food'],
      ['need', 'grief'],
      ['day', 'MO'],
    ]);
  });

  it('offers the same where little was found, and not where there is plenty', () => {
    expect(page(null, answers, 3)).toContain(withoutReferral.nothingFits);
    expect(page(null, answers, 30)).not.toContain(withoutReferral.nothingFits);
  });
});
