import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Content } from '#shared/ui/markup.ts';

/** The heading of what a press has opened: it is read out next, and Tab goes on from there. */
export function OpenedHeading({ isOpened = true, children }: { isOpened?: boolean; children: Content }) {
  const place = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!isOpened) return;
    place.current?.focus();
    window.scrollTo(0, 0);
  }, [isOpened]);
  return (
    <h1 class="govuk-heading-l" tabIndex={-1} ref={place}>
      {children}
    </h1>
  );
}
