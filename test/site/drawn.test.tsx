import { Fragment } from 'preact';
import { describe, expect, it } from 'vitest';
import { privateWords } from '#shared/text/en/private-words.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { Select } from '#shared/ui/select.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { shown } from '#test/support/drawn.tsx';
import { missingParts, partsOnly, placeOf } from '../../site/drawn-parts.ts';
import { FreeText } from '../../site/src/islands/counted-text.tsx';
import { Each } from '../../site/src/islands/each.tsx';
import { When, Words } from '../../site/src/islands/when.tsx';
import { drawing } from '../../site/src/lib/drawing.tsx';
import { type FieldsProps, hole } from '../../site/src/lib/drawn-marks.ts';

type NameProps = FieldsProps & { group: string; isNew: boolean };

const Name = ({ errorFor, group }: NameProps) => (
  <Fragment>
    <When is="isNew">
      <p>New at {group}</p>
    </When>
    <TextInput id="person-name" name="name" label="Name" error={errorFor('person-name')} />
  </Fragment>
);

describe('a part drawn by the build', () => {
  it('leaves a hole for what the page fills in, and for the error of each field', () => {
    const html = drawing(Name);
    expect(html).toContain('New at ⟦group⟧');
    expect(html).toContain('⟦error:person-name⟧');
  });

  it('carries the signs of an error, so that the page only has to take them away', () => {
    const html = drawing(Name);
    expect(html).toContain('govuk-form-group--error');
    expect(html).toContain('govuk-input--error');
    expect(html).toContain('aria-describedby="person-name-error"');
  });

  it('marks what is there only at times', () => {
    expect(drawing(Name)).toContain('<template data-when="isNew"><p>');
  });

  it('keeps the tick for looked-through text back until it was warned about', () => {
    const html = drawing(({ errorFor }: FieldsProps) => (
      <FreeText id="note" label="Note" max={200} error={errorFor('note')} />
    ));
    expect(html).toContain('data-when="note-keep"');
    expect(html).toContain('data-max="200"');
  });
});

describe('a file of drawn parts in a browser', () => {
  it('is the name of each part, and none of its words', () => {
    const code = partsOnly("export const Name = () => 'words';\nexport type Props = {};\nconst Inner = 1;\n");
    expect(code).toContain(`export const Name = /* @__PURE__ */ drawn("${placeOf('Name')}")`);
    expect(code).not.toMatch(/words|Inner|Props/);
  });

  it('is missed when a page asks for a part it has not drawn', () => {
    const html = `<template id="${placeOf('Name')}"></template>`;
    expect(missingParts(html, [`x("${placeOf('Name')}")`])).toEqual([]);
    expect(missingParts(html, [`x("${placeOf('Name')}");y('${placeOf('Note')}')`])).toEqual([
      placeOf('Note'),
    ]);
  });
});

/** A form as the page shows it. */
const form = (given: Partial<NameProps> & Readonly<Record<string, unknown>>) =>
  shown(Name, { errorFor: () => undefined, group: 'Marigold Corner', isNew: false, ...given });

describe('a drawn part in its page', () => {
  it('says what it is given, and leaves out what does not hold', () => {
    expect(form({ isNew: true })).toContain('<p>New at Marigold Corner</p>');
    expect(form({})).not.toContain('New at');
  });

  it('shows an error where there is one, and no sign of any where there is none', () => {
    const wrong = form({ errorFor: (id: string) => (id === 'person-name' ? 'Enter a name' : undefined) });
    expect(wrong).toContain('Enter a name');
    expect(wrong).toContain('govuk-form-group--error');
    expect(wrong).toContain('aria-describedby="person-name-error"');
    expect(form({})).not.toMatch(/error|describedby|⟦/i);
  });

  it('keeps a name with signs of markup in it as text', () => {
    expect(form({ isNew: true, group: '<b>⟦isNew⟧' })).toContain('New at &lt;b>⟦isNew⟧');
  });

  it('has the words of a code, of several, and nothing for a code it does not know', () => {
    const Times = (_: { at: string | readonly string[] }) => (
      <p>
        <Words of="at" words={{ am: 'Mornings. ', pm: 'Afternoons. ' }} />
        <When is="at=am at=pm">Known.</When>
      </p>
    );
    expect(shown(Times, { at: 'pm' })).toBe('<p>Afternoons. Known.</p>');
    expect(shown(Times, { at: ['am', 'pm'] })).toBe('<p>Mornings. Afternoons. Known.</p>');
    expect(shown(Times, { at: 'night' })).toBe('<p></p>');
  });

  it('draws once for each, with what only that one says', () => {
    const List = (_: Pick<FieldsProps, 'options'>) => (
      <ul>
        <Each of="groups">
          <li>
            {hole('name')}
            <When is="isFull">, full</When>
          </li>
        </Each>
      </ul>
    );
    const groups = [{ name: 'Choir', isFull: true }, { name: 'Tea' }];
    expect(shown(List, { options: { groups } })).toBe('<ul><li>Choir, full</li><li>Tea</li></ul>');
    expect(shown(List, {})).toBe('<ul></ul>');
  });

  it('has what was answered before', () => {
    const Fields = ({ errorFor }: FieldsProps) => (
      <>
        <TextInput id="town" label="Town" error={errorFor('town')} />
        <Checkboxes
          id="days"
          fieldset={false}
          items={[
            { value: 'mo', text: 'Monday' },
            { value: 'tu', text: 'Tuesday' },
          ]}
        />
        <Select id="month" label="Month" items={[]} more={<option value="05">May</option>} />
      </>
    );
    const html = shown(Fields, {
      errorFor: () => undefined,
      values: { town: 'Hulme', days: ['tu'], month: '05' },
    });
    expect(html).toContain('value="Hulme"');
    expect(html).toMatch(/<input(?=[^>]*checked)[^>]*value="tu"/);
    expect(html).not.toMatch(/<input(?=[^>]*checked)[^>]*value="mo"/);
    expect(html).toMatch(/<option[^>]*selected[^>]*>May/);
  });

  it('offers to keep looked-through text once it was warned about', () => {
    const Note = ({ errorFor }: FieldsProps) => (
      <FreeText id="note" label="Note" max={200} error={errorFor('note')} />
    );
    const warned = `${privateWords.prefix} a phone number`;
    expect(shown(Note, { errorFor: () => undefined })).not.toContain('note-keep');
    expect(shown(Note, { errorFor: () => warned })).toContain('note-keep');
  });

  it('cannot hand on all it is given, for the build could not see what that is', () => {
    const Inner = ({ group }: { group: string }) => <p>{group}</p>;
    expect(() => drawing((props: { group: string }) => <Inner {...props} />)).toThrow('cannot spread');
  });
});
