import { Fragment } from 'preact';
import { describe, expect, it } from 'vitest';
import { TextInput } from '#shared/ui/text-input.tsx';
import { missingParts, partsOnly, placeOf } from '../../site/drawn-parts.ts';
import { FreeText } from '../../site/src/islands/counted-text.tsx';
import { When } from '../../site/src/islands/when.tsx';
import { drawing } from '../../site/src/lib/drawing.tsx';
import type { FieldsProps } from '../../site/src/lib/drawn-marks.ts';

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
