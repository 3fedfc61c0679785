import { elsewhere as words } from '#shared/text/en/elsewhere.ts';
import { referralPage as page } from '#shared/text/en/referral-page.ts';
import { CallButton } from '#shared/ui/call-button.tsx';
import { LinkButton } from '#shared/ui/link-button.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { When } from '../when.tsx';
import { NumberList, type NumberProps } from './number-list.tsx';

type SenderProps = NumberProps & {
  group: string;
  phone: string;
  bestTimes: string;
  /** Where another group is found. */
  elsewhere: string;
  /** Whether it was handed back; whether another group has to be found, or may be tried before the end. */
  isBack: boolean;
  isSeeking: boolean;
  mayTry: boolean;
  /** Where the referrals before and after are. */
  resent: string | null;
  previous: string | null;
};

const Other = ({ is, href, children }: { is: string; href: string | null; children: Content }) => (
  <When is={is}>
    <p class="govuk-body">
      <a class="govuk-link" href={href ?? ''}>
        {children}
      </a>
    </p>
  </When>
);

/**
 * What only the sending team has: what to do today when it was handed back, whom to ring, where else to turn
 * after a no, the referrals before and after.
 */
export const SenderPart = (props: SenderProps) => (
  <>
    <When is="isBack">
      <section class="stop-panel no-print" aria-labelledby="today-title">
        <h2 class="govuk-heading-s" id="today-title">
          {page.today.title}
        </h2>
        <p class="govuk-body">{page.today.text}</p>
        {NumberList(props)}
      </section>
    </When>
    <When is="phone">
      <CallButton
        phone={props.phone}
        href={`tel:${props.phone}`}
        note={props.bestTimes}
        look="secondary"
        class="no-print"
      >
        {page.ringGroup(props.group)}
      </CallButton>
    </When>
    <When is="isSeeking">
      <LinkButton href={props.elsewhere} class="no-print">
        {words.title}
      </LinkButton>
    </When>
    <When is="mayTry">
      <LinkButton href={props.elsewhere} look="secondary" class="no-print">
        {words.tryNow}
      </LinkButton>
    </When>
    <Other is="resent" href={props.resent}>
      {words.resent}
    </Other>
    <Other is="previous" href={props.previous}>
      {words.before}
    </Other>
  </>
);
