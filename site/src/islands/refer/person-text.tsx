import { useRef, useState } from 'preact/hooks';
import { PersonText } from './sent.drawn.tsx';

/** A text the link worker may send. `isTextless`: the person asked for no texts. */
export function CopiedText({ text, isTextless }: { text: string; isTextless: boolean }) {
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
        isTextless={isTextless}
        mayText={!isTextless}
        isCopied={isCopied === true}
        isNotCopied={isCopied === false}
      />
    </div>
  );
}
