import { referralActions, referralStates } from '#shared/text/en/referral.ts';
import { referralPage as words } from '#shared/text/en/referral-page.ts';
import { session } from '#shared/text/en/session.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { Button } from '#shared/ui/button.tsx';
import { CallButton } from '#shared/ui/call-button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { NotificationBanner } from '#shared/ui/notification-banner.tsx';
import { MOVES } from '../../lib/moves.ts';
import { When, Words } from '../when.tsx';

/** What stands on the page when its address names no referral. */
export const NoReferral = () => (
  <EmptyState title={words.title} heading="h1">
    <p>{words.missing}</p>
    <p>
      <a class="govuk-link" href="/start">
        {session.toStart}
      </a>
    </p>
  </EmptyState>
);

type PageParts = {
  side: 'sender' | 'reader';
  reference: string;
  senderName: string;
  senderPhone: string;
  /** Whether a reader has still to say yes or no. */
  isUndecided: boolean;
  isDecided: boolean;
  /** For a reader who is new here: from when they see the number, and whom to ring until then. */
  heldUntil: string | undefined;
  coordinator: string;
  coordinatorPhone: string;
  ringsSender: boolean;
} & Readonly<Record<'banner' | 'summary' | 'moves' | 'reveal' | 'sender' | 'record' | 'history', Content>>;

const RingSender = ({ senderName, senderPhone }: PageParts) => (
  <CallButton phone={senderPhone} href={`tel:${senderPhone}`} note={words.ringSenderNote} look="secondary">
    {words.ringSender(senderName)}
  </CallButton>
);

const Held = (props: PageParts) => (
  <>
    <When is="heldUntil">
      <InsetText>
        <p>{words.held.text(props.heldUntil ?? '')}</p>
        <p>
          {words.held.until(props.senderName)} {words.held.sooner(props.coordinator, props.coordinatorPhone)}
        </p>
      </InsetText>
    </When>
    <When is="ringsSender">{RingSender(props)}</When>
  </>
);

/** One referral. A reader who has to decide sees first what is asked, and the link worker’s number. */
export const ReferralPage = (props: PageParts) => (
  <>
    <When is="side=reader">
      <BackLink href="/inbox">{words.backInbox}</BackLink>
    </When>
    <When is="side=sender">
      <BackLink href="/caseload">{words.backCaseload}</BackLink>
    </When>
    {props.banner}
    <h1 class="govuk-heading-l">
      {words.title} <span class="reference">{props.reference}</span>
    </h1>
    <When is="isUndecided">
      {props.summary}
      <p class="govuk-body">{words.before}</p>
      {RingSender(props)}
    </When>
    {Held(props)}
    {props.moves}
    {props.reveal}
    {props.sender}
    <When is="isDecided">{props.summary}</When>
    {props.record}
    {props.history}
  </>
);

/** `first` and `later`: the moves on offer; what is hopeful stands out. */
type ButtonsProps = { first: string | undefined; later: readonly string[]; isNone: boolean };

/** The moves the viewer may make now. */
export const MoveButtons = (_: ButtonsProps) => (
  <section aria-labelledby="moves-title" class="no-print">
    <h2 class="govuk-heading-m" id="moves-title">
      {words.whatNow}
    </h2>
    <When is="isNone">
      <p class="govuk-body">{words.nothingNow}</p>
    </When>
    <div class="govuk-button-group">
      {MOVES.map((move) => (
        <>
          <When is={`first=${move}`}>
            <Button type="button" name={move}>
              {referralActions[move]}
            </Button>
          </When>
          <When is={`later=${move}`}>
            <Button type="button" name={move} look="secondary">
              {referralActions[move]}
            </Button>
          </When>
        </>
      ))}
    </div>
  </section>
);

/** What was just done here. `move`: which. */
export const DoneBanner = (_: { move: string }) => (
  <div tabIndex={-1}>
    <NotificationBanner success text={<Words of="move" words={words.done} />} />
  </div>
);

/** `title` where nobody knows how it stands; else its state, and who made it so and when, or nobody. */
type RaceProps = { title: string | undefined; state: string | undefined; by: string | undefined };

/** Somebody else did it first: who was quicker and what that made of it, in one sentence. */
export const RaceBanner = ({
  title,
  by,
}: RaceProps & { isOver: boolean; isOpen: boolean; isNow: boolean }) => (
  <div tabIndex={-1}>
    <NotificationBanner title={words.race.title} role="alert">
      <p class="govuk-notification-banner__heading">
        {title}
        <When is="isNow">{words.race.now} </When>
        <Words of="state" words={referralStates} />
        <When is="by"> {by}</When>
        <When is="isNow">.</When>
      </p>
      <p class="govuk-body">
        <When is="isOver">{words.race.none}</When>
        <When is="isOpen">{words.race.next}</When>
      </p>
    </NotificationBanner>
  </div>
);
