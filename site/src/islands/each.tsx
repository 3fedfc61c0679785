import type { Content } from '#shared/ui/markup.ts';

/** In a drawn part: drawn once for each of `options[of]`, which fills the holes in it by name. */
export const Each = ({ of, children }: { of: string; children: Content }) => (
  <template data-each={of}>{children}</template>
);
