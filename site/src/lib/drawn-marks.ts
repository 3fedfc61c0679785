/** What the build leaves in a drawn part for the browser to fill in (drawing.tsx draws, drawn.ts fills). */
export const hole = (name: string): string => `⟦${name}⟧`;

/** What the fields of a form are given. */
export type FieldsProps = {
  errorFor: (id: string) => string | undefined;
  /** What stands in them at first, by name. */
  values?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** What is drawn once for each: what fills its holes, by name. */
  options?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};
