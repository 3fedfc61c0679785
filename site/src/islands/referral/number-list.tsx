import { whomToRing as words } from '#shared/text/en/stop-panel.ts';
import { StopLine } from '#shared/ui/stop-panel.tsx';
import { When } from '../when.tsx';

/** The numbers of where the person lives, where they are known. */
export type NumberProps = { council: string; crisis: string; adultSocialCare: string; outOfHours: string };

/** 999, 111, and the numbers of where the person lives, for a drawn part. */
export const NumberList = ({ council, crisis, adultSocialCare, outOfHours }: NumberProps) => (
  <dl class="stop-panel__numbers">
    <StopLine {...words.emergency} />
    <StopLine {...words.urgent} />
    <When is="council">
      <StopLine who={words.crisis} number={crisis} href={`tel:${crisis}`} />
      <StopLine
        who={words.adultSocialCare(council)}
        number={adultSocialCare}
        href={`tel:${adultSocialCare}`}
      />
      <StopLine who={words.outOfHours(council)} number={outOfHours} href={`tel:${outOfHours}`} />
    </When>
  </dl>
);
