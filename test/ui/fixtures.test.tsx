import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { blockAdapters } from './adapters/blocks.tsx';
import { choiceAdapters } from './adapters/choices.tsx';
import { fieldAdapters } from './adapters/fields.tsx';
import { listAdapters } from './adapters/lists.tsx';
import { wordAdapters } from './adapters/words.tsx';
import { type Adapter, fixturesOf } from './fixture.tsx';
import { normalise } from './html.ts';

// `data-module` starts a script of govuk-frontend; we ship none of them. Icons are our own drawings.
const EVERYWHERE = ['data-module', 'xmlns'];
const withoutDrawings = (html: string) => html.replace(/<svg[^>]*>.*?<\/svg>/gs, '<svg></svg>');

const lines = ({ ignore = {} }: Adapter, html: string) =>
  normalise(withoutDrawings(html), { ignore: [...EVERYWHERE, ...Object.keys(ignore)] });
const withoutBesides = ({ besides = {} }: Adapter, html: string) =>
  Object.keys(besides).reduce((left, element) => left.replace(element, ''), html);

describe.each([...wordAdapters, ...fieldAdapters, ...choiceAdapters, ...blockAdapters, ...listAdapters])(
  '$component',
  (adapter) => {
    const fixtures = fixturesOf(adapter.component);
    const unsupported = adapter.unsupported ?? {};

    it.each(fixtures.filter(({ name }) => !(name in unsupported)))(
      'draws as govuk-frontend does: $name',
      (fixture) => {
        expect(
          lines(adapter, withoutBesides(adapter, renderToString(adapter.draw(fixture.options)))),
        ).toEqual(lines(adapter, fixture.html));
      },
    );

    it('names only fixtures that exist as unsupported', () => {
      const names = fixtures.map(({ name }) => name);
      expect(Object.keys(unsupported).filter((name) => !names.includes(name))).toEqual([]);
    });
  },
);
