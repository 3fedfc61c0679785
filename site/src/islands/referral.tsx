import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { referralOpen } from '#shared/api/referral-moves.ts';
import { type ReferralView, referralRead } from '#shared/api/referrals.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import { dateAndTime } from '#shared/text/en/format.ts';
import { referralStates } from '#shared/text/en/referral.ts';
import { referralPage as words } from '#shared/text/en/referral-page.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { CallButton } from '#shared/ui/call-button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import { NotificationBanner } from '#shared/ui/notification-banner.tsx';
import type { Refused } from '../lib/answer.ts';
import { type Move, movesOf } from '../lib/moves.ts';
import { idFrom } from '../lib/page-query.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { Loading } from './loading.tsx';
import { ForSender } from './referral/for-sender.tsx';
import { History } from './referral/history.tsx';
import { Moves } from './referral/moves.tsx';
import { RecordCopy } from './referral/record-copy.tsx';
import { Reveal } from './referral/reveal.tsx';
import { Summary } from './referral/summary.tsx';
import { Refusal } from './refusal.tsx';

type News = { kind: 'done'; move: Move } | { kind: 'lost'; refused: Refused };

/** Who was quicker and what that made of it, in one sentence. */
export function raceText({ current, title }: Refused): string {
  if (current === undefined) return title;
  const what = referralStates[current.state];
  return current.by === null || current.at === null
    ? words.race.now(what)
    : words.race.by(what, current.by, dateAndTime(current.at));
}

/** What was just done here, or that somebody else did it first; takes the focus. */
function Banner({ news, actions }: { news: News; actions: ReferralView['actions'] }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.focus(), [news]);
  return (
    <div ref={place} tabIndex={-1}>
      {news.kind === 'done' ? (
        <NotificationBanner success text={words.done[news.move]} />
      ) : (
        <NotificationBanner title={words.race.title} role="alert">
          <p class="govuk-notification-banner__heading">{raceText(news.refused)}</p>
          <p class="govuk-body">{movesOf(actions).length === 0 ? words.race.none : words.race.next}</p>
        </NotificationBanner>
      )}
    </div>
  );
}

/** Notes once that the group has seen it, then looks again so that the page says so too. */
function useOpened(view: ReferralView, call: PageProps['call'], again: () => Promise<void>): void {
  const isUnopened =
    view.side === 'reader' &&
    view.state === 'sent' &&
    !view.timeline.some(({ type }) => type === 'referral.opened');
  useEffect(() => {
    if (!isUnopened) return;
    void call(referralOpen, { params: { referralId: view.id }, key: crypto.randomUUID() }).then((answer) => {
      if (answer.ok) void again();
    });
  }, [isUnopened]);
}

/** What a reader needs to decide, before the buttons: what is asked, and the link worker’s number. */
const Undecided = ({ view }: { view: ReferralView }) => (
  <>
    <Summary view={view} />
    <p class="govuk-body">{words.before}</p>
    <RingSender view={view} />
  </>
);

/** For a reader who is new here: from when they see the number, and whom to ring until then. */
const Held = ({ view: { held, senderName } }: { view: ReferralView }) =>
  held === undefined ? null : (
    <InsetText>
      <p>{words.held.text(dateAndTime(held.until))}</p>
      <p>
        {words.held.until(senderName)} {words.held.sooner(held.coordinator, held.coordinatorPhone)}
      </p>
    </InsetText>
  );

const RingSender = ({ view }: { view: ReferralView }) => (
  <CallButton phone={view.senderPhone} note={words.ringSenderNote} look="secondary">
    {words.ringSender(view.senderName)}
  </CallButton>
);

type BodyProps = { view: ReferralView; call: PageProps['call']; again: () => Promise<void> };

function Body({ view, call, again }: BodyProps) {
  const [news, setNews] = useState<News | undefined>(undefined);
  useOpened(view, call, again);
  const tell = (next: News) => {
    setNews(next);
    void again();
  };
  const isReader = view.side === 'reader';
  const mayReveal = view.actions.includes('reveal');
  const isUndecided = isReader && view.actions.includes('accept');
  return (
    <>
      <BackLink href={isReader ? '/inbox' : '/caseload'}>
        {isReader ? words.backInbox : words.backCaseload}
      </BackLink>
      {news !== undefined && <Banner news={news} actions={view.actions} />}
      <h1 class="govuk-heading-l">
        {words.title} <span class="reference">{view.reference}</span>
      </h1>
      {isUndecided && <Undecided view={view} />}
      <Held view={view} />
      {view.held !== undefined && !isUndecided && <RingSender view={view} />}
      <Moves
        view={view}
        call={call}
        onDone={(move) => tell({ kind: 'done', move })}
        onLost={(refused) => tell({ kind: 'lost', refused })}
      />
      {mayReveal && <Reveal view={view} call={call} />}
      {!isReader && <ForSender view={view} call={call} again={again} />}
      {!isUndecided && <Summary view={view} />}
      {!isReader && <RecordCopy view={view} />}
      <History entries={view.timeline} />
    </>
  );
}

/** One referral. Its id is all the address says; one static file serves them all. */
export function Referral({ call }: PageProps) {
  const id = idFrom<ReferralId>(window.location.pathname.split('/')[2]);
  return id === undefined ? (
    <EmptyState title={words.title} heading="h1">
      <p>{words.missing}</p>
    </EmptyState>
  ) : (
    <One call={call} id={id} />
  );
}

function One({ call, id }: Pick<PageProps, 'call'> & { id: ReferralId }) {
  const { state, again } = useLoad(() => call(referralRead, { params: { referralId: id } }), id);
  switch (state.kind) {
    case 'waiting':
      return <Loading />;
    case 'refused':
      return <Refusal refused={state.refused} retry={() => void again()} />;
    case 'ready':
      return <Body view={state.value} call={call} again={again} />;
  }
}
