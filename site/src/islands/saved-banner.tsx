import { useLayoutEffect, useRef } from 'preact/hooks';
import { NotificationBanner } from '#shared/ui/notification-banner.tsx';

/** Says that something was done and takes the focus, anew for each `round`. */
export function SavedBanner({ text, round }: { text: string; round: number }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView();
  }, [round]);
  return (
    <div ref={place} tabIndex={-1}>
      <NotificationBanner success text={text} />
    </div>
  );
}
