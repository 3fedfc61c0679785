import { find as words } from '../../text/en/find.ts';
import { CallButton } from '../call-button.tsx';

/** Somebody to ring about the groups of an area. */
export type Helper = { area: string; name: string; phone: string };

/** Whom to ring when a page does not help: the people who know the groups. */
export const Ring = ({ helpers }: { helpers: readonly Helper[] }) =>
  helpers.length === 0 ? null : (
    <>
      <p>{words.ring}:</p>
      {helpers.map(({ area, name, phone }) => (
        <CallButton key={phone} phone={phone} look="secondary">
          {words.ringName(name, area)}
        </CallButton>
      ))}
    </>
  );
