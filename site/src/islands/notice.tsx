import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Content } from '#shared/ui/markup.ts';
import { useTitlePrefix } from '../lib/use-title.ts';

/** `about`: what is told; another one of the same words is told again. `children`: the way on, which there always is. */
type NoticeProps = { title: string; text: string; about?: unknown; children: Content };

/** What stands where a whole page would be: its heading has the focus and begins the title of the window. */
export function Notice({ title, text, about, children }: NoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitlePrefix(`${title}: `);
  useLayoutEffect(() => {
    heading.current?.focus();
  }, [about]);
  return (
    <>
      <h1 class="govuk-heading-l" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p class="govuk-body">{text}</p>
      {children}
    </>
  );
}
