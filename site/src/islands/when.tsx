import type { Content } from '#shared/ui/markup.ts';

/** In a drawn part: shown only while the property of that name holds. */
export const When = ({ is, children }: { is: string; children: Content }) => (
  <template data-when={is}>{children}</template>
);
