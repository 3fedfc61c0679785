import type { Content } from '#shared/ui/markup.ts';

/** In a drawn part: shown only while the property of that name is set; `name=code` while it says, or lists, that code; with spaces between, while any of them does. */
export const When = ({ is, children }: { is: string; children: Content }) => (
  <template data-when={is}>{children}</template>
);

/** In a drawn part: the words of the code (or of each code) that the property of that name says. */
export const Words = ({ of, words }: { of: string; words: Readonly<Record<string, Content>> }) =>
  Object.entries(words).map(([code, text]) => (
    <When key={code} is={`${of}=${code}`}>
      {text}
    </When>
  ));
