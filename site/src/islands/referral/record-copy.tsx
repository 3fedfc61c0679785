import { useRef, useState } from 'preact/hooks';
import type { ReferralView } from '#shared/api/referrals.ts';
import { recordCopy as words } from '#shared/text/en/elsewhere.ts';
import { Button } from '#shared/ui/button.tsx';
import { Details } from '#shared/ui/details.tsx';
import { recordText } from './record-text.ts';

/** The text for the person's notes: shown, so that it can be read first, and copied with one press. */
export function RecordCopy({ view }: { view: ReferralView }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(recordText(view));
      setSaid(words.copied);
    } catch {
      box.current?.focus();
      box.current?.select();
      setSaid(words.notCopied);
    }
  }
  return (
    <Details summary={words.title} class="no-print">
      <p class="govuk-body">{words.hint}</p>
      <div class="govuk-form-group">
        <label class="govuk-label" for="record-text">
          {words.label}
        </label>
        <textarea
          class="govuk-textarea"
          id="record-text"
          rows={11}
          readOnly
          ref={box}
          value={recordText(view)}
        />
      </div>
      <Button type="button" look="secondary" onClick={() => void copy()}>
        {words.copy}
      </Button>
      <p class="govuk-body" role="status">
        {said}
      </p>
    </Details>
  );
}
