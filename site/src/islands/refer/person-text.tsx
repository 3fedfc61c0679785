import { useRef, useState } from 'preact/hooks';
import { referSending as words } from '#shared/text/en/refer-sending.ts';
import { Button } from '#shared/ui/button.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';

/** A text the link worker may send: copied, never sent by the portal. `isTextless`: the person asked for no texts. */
export function PersonText({ text, isTextless }: { text: string; isTextless: boolean }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.sent.copied);
    } catch {
      box.current?.focus();
      box.current?.select();
      setSaid(words.sent.notCopied);
    }
  }
  return (
    <section class="no-print" aria-labelledby="text-title">
      <h2 class="govuk-heading-m" id="text-title">
        {words.sent.tell}
      </h2>
      <p class="govuk-body">{words.sent.tellHint}</p>
      {isTextless && <InsetText>{words.sent.noTexts}</InsetText>}
      <div class="govuk-form-group">
        <label class="govuk-label" for="person-text">
          {words.sent.text}
        </label>
        <textarea class="govuk-textarea" id="person-text" rows={6} readOnly ref={box} value={text} />
      </div>
      {!isTextless && (
        <Button type="button" look="secondary" onClick={() => void copy()}>
          {words.sent.copy}
        </Button>
      )}
      <p class="govuk-body" role="status">
        {said}
      </p>
    </section>
  );
}
