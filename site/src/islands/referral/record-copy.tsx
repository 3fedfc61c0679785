import { useRef, useState } from 'preact/hooks';
import type { ReferralView } from '#shared/api/referrals.ts';
import { date } from '#shared/text/en/format.ts';
import { needs } from '#shared/text/en/needs.ts';
import { type RecordFacts, RecordPart } from './record.drawn.tsx';

const factsOf = (view: ReferralView): RecordFacts => ({
  reference: view.reference,
  sent: date(view.sentAt),
  sender: view.senderName,
  team: view.schemeName,
  activity: view.serviceName,
  group: view.organizationName,
  needs: view.needs.map((need) => needs[need]).join(', '),
  agreed: date(view.agreement.agreedOn),
  state: view.state,
  outcome: view.outcome,
  notStarted: view.notStartedReason,
  declined: view.declined?.reason,
  isFirst: view.previousReferralId === null,
  isLater: view.previousReferralId !== null,
  isMoving: view.needs.includes('moving'),
  isRefused: view.declined?.reason === 'person_declined',
});

/** The text for the person’s notes: shown, so that it can be read first, and copied with one press. */
export function RecordCopy({ view }: { view: ReferralView }) {
  const place = useRef<HTMLDivElement>(null);
  const [isCopied, setCopied] = useState<boolean | undefined>(undefined);
  async function onClick({ target }: Event): Promise<void> {
    const text = place.current?.querySelector('pre');
    if (!(target instanceof HTMLButtonElement) || !text) return;
    try {
      await navigator.clipboard.writeText(text.textContent);
      setCopied(true);
    } catch {
      getSelection()?.selectAllChildren(text);
      setCopied(false);
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button inside is what is pressed
    <div ref={place} onClick={onClick}>
      <RecordPart {...factsOf(view)} isCopied={isCopied === true} isNotCopied={isCopied === false} />
    </div>
  );
}
