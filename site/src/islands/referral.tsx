import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { referralOpen } from '#shared/api/referral-moves.ts';
import { type ReferralView, referralRead } from '#shared/api/referrals.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import { dateAndTime } from '#shared/text/en/date-and-time.ts';
import type { Refused } from '../lib/answer.ts';
import { type Move, movesOf } from '../lib/moves.ts';
import { idFrom } from '../lib/page-query.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { Loading } from './loading.tsx';
import { ForSender } from './referral/for-sender.tsx';
import { History } from './referral/history.tsx';
import { Moves } from './referral/moves.tsx';
import { DoneBanner, NoReferral, RaceBanner, ReferralPage } from './referral/page.drawn.tsx';
import { raceOf } from './referral/race.ts';
import { RecordCopy } from './referral/record-copy.tsx';
import { Reveal } from './referral/reveal.tsx';
import { Summary } from './referral/summary.tsx';
import { RefusedPage } from './refused-page.tsx';

type News = { kind: 'done'; move: Move } | { kind: 'lost'; refused: Refused };

/** What was just done here, or that somebody else did it first; takes the focus. */
function Banner({ news, isOver }: { news: News; isOver: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.querySelector<HTMLElement>('[tabindex]')?.focus(), [news]);
  return (
    <div ref={place}>
      {news.kind === 'done' ? (
        <DoneBanner move={news.move} />
      ) : (
        <RaceBanner {...raceOf(news.refused)} isOver={isOver} isOpen={!isOver} />
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

type BodyProps = { view: ReferralView; call: PageProps['call']; again: () => Promise<void> };

function Body({ view, call, again }: BodyProps) {
  const [news, setNews] = useState<News | undefined>(undefined);
  useOpened(view, call, again);
  const tell = (next: News) => {
    setNews(next);
    void again();
  };
  const isReader = view.side === 'reader';
  const isUndecided = isReader && view.actions.includes('accept');
  return (
    <ReferralPage
      side={view.side}
      reference={view.reference}
      senderName={view.senderName}
      senderPhone={view.senderPhone}
      isUndecided={isUndecided}
      isDecided={!isUndecided}
      heldUntil={view.held && dateAndTime(view.held.until)}
      coordinator={view.held?.coordinator ?? ''}
      coordinatorPhone={view.held?.coordinatorPhone ?? ''}
      ringsSender={view.held !== undefined && !isUndecided}
      banner={news && <Banner news={news} isOver={movesOf(view.actions).length === 0} />}
      summary={<Summary view={view} />}
      moves={
        <Moves
          view={view}
          call={call}
          onDone={(move) => tell({ kind: 'done', move })}
          onLost={(refused) => tell({ kind: 'lost', refused })}
        />
      }
      reveal={view.actions.includes('reveal') && <Reveal view={view} call={call} />}
      sender={isReader || <ForSender view={view} />}
      record={isReader || <RecordCopy view={view} />}
      history={<History entries={view.timeline} />}
    />
  );
}

/** One referral. Its id is all the address says; one static file serves them all. */
export function Referral({ call }: PageProps) {
  const id = idFrom<ReferralId>(window.location.pathname.split('/')[2]);
  return id === undefined ? <NoReferral /> : <One call={call} id={id} />;
}

function One({ call, id }: Pick<PageProps, 'call'> & { id: ReferralId }) {
  const { state, again } = useLoad(() => call(referralRead, { params: { referralId: id } }), id);
  switch (state.kind) {
    case 'waiting':
      return <Loading />;
    case 'refused':
      return <RefusedPage refused={state.refused} retry={() => void again()} />;
    case 'ready':
      return <Body view={state.value} call={call} again={again} />;
  }
}
