import type { Ring } from '#shared/api/queue.ts';
import { queue as words } from '#shared/text/en/queue.ts';
import { CallButton } from '#shared/ui/call-button.tsx';

/** The number to ring, and when best. */
export const Ringing = ({ ring: { name, phone, times } }: { ring: Ring }) =>
  phone === '' ? null : (
    <CallButton phone={phone} look="secondary" note={times === '' ? undefined : words.times(times)}>
      {words.ring(name)}
    </CallButton>
  );
