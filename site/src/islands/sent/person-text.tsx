import { useRef, useState } from 'preact/hooks';
import { textWishOf } from '../../lib/text-wish.ts';
import { PersonText } from './parts.drawn.tsx';

/** A text the link worker may send, where the person did not ask for none. */
export function CopiedText({ text, referralId }: { text: string; referralId: string }) {
  const wish = textWishOf(referralId);
  const place = useRef<HTMLDivElement>(null);
  const [isCopied, setCopied] = useState<boolean | undefined>(undefined);
  async function onClick({ target }: MouseEvent): Promise<void> {
    if (!(target instanceof HTMLButtonElement)) return;
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      const box = place.current?.querySelector('textarea');
      box?.focus();
      box?.select();
      setCopied(false);
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button inside is what is pressed
    <div ref={place} onClick={onClick}>
      <PersonText
        text={text}
        isTextless={wish === 'none'}
        isUnknown={wish === 'unknown'}
        mayText={wish !== 'none'}
        isCopied={isCopied === true}
        isNotCopied={isCopied === false}
      />
    </div>
  );
}
