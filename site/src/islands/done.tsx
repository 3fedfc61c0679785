import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Content } from '#shared/ui/markup.ts';
import { Panel } from '#shared/ui/panel.tsx';

/** Says that something was done and takes the focus, from the top of the page. */
export function Done({ title, children }: { title: string; children: Content }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <div ref={place} tabIndex={-1} class="no-print">
      <Panel title={title}>{children}</Panel>
    </div>
  );
}
