import { endsAt } from '#functions/domain/referral/due.ts';
import { seenBy } from '#functions/domain/referral/reading.ts';
import type { Side, Stand } from '#functions/domain/referral/relation.ts';
import { mayTryElsewhere, seeksElsewhere } from '#functions/domain/referral/seeking.ts';
import { waitsFor } from '#functions/domain/referral/waiting.ts';
import type { ReferralRow, ReferralView, TimelineEntry } from '#shared/api/referrals.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Nation } from '#shared/model/working-days.ts';
import { offered } from './offered.ts';

/** Names by user id: whoever acted is named on the referral itself; both sides work together and may know. */
export function namesOn(referral: Referral, viewer: Principal): ReadonlyMap<string, string> {
  const { accepted, declined, started, notStarted, completed, withdrawn, sender } = referral;
  const { questions = [], waiting = null, handedBack = null, newOwner = null } = referral;
  const asked = questions.flatMap((round) => [round.asked, round.answered]);
  const cared = [waiting, handedBack, handedBack?.returning ?? null, newOwner, ...asked];
  const acts = [accepted, declined, started, notStarted, completed, withdrawn, ...cared];
  return new Map<string, string>([
    [sender.userId, sender.name],
    [viewer.userId, viewer.name],
    ...acts.flatMap((act) => (act === null ? [] : [[act.by, act.byName] as const])),
  ]);
}

const codeIn = ({ data }: Envelope): string | null => {
  const code = data['reason'] ?? data['outcome'] ?? data['code'] ?? data['side'];
  return typeof code === 'string' ? code : null;
};

function timelineOf(events: readonly Envelope[], names: ReadonlyMap<string, string>): TimelineEntry[] {
  return events.map((event) => ({
    type: event.type,
    at: event.at,
    by: names.get(event.actor) ?? '',
    code: codeIn(event),
  }));
}

/** What was asked, what waits and what was handed back, as one side may read it. */
function careOf(
  { state, questions, waiting, handedBack, newOwner }: Referral,
  side: Side,
): Partial<Pick<ReferralView, 'questions' | 'waitingFor' | 'handedBack' | 'newOwner'>> {
  const isSender = side === 'sender';
  if (!isSender && state === 'withdrawn') return {};
  return {
    ...(questions && {
      questions: questions.map(({ asked, answered }) => ({
        text: asked.text,
        answer: answered?.text ?? null,
      })),
    }),
    ...(waiting && { waitingFor: waiting.month }),
    ...(handedBack && {
      handedBack: {
        kind: isSender ? handedBack.kind : null,
        called: isSender ? handedBack.called : null,
        personAware: isSender ? handedBack.personAware : null,
        note: isSender ? handedBack.note : null,
        returning: handedBack.returning ?? null,
      },
    }),
    ...(newOwner && isSender && { newOwner }),
  };
}

/** A referral as one viewer may read it, with what happened and what they may do now; `names` by user id. */
export function viewOf(
  stored: Referral,
  seen: { stand: Stand; events: readonly Envelope[]; names: ReadonlyMap<string, string>; now: Instant },
): Omit<ReferralView, 'groupPhone'> {
  const { stand, events, names, now } = seen;
  const referral = seenBy(stored, stand.side);
  const { declined, agreement, questions: _q, handedBack: _h, newOwner: _n, ...plain } = referral;
  return {
    ...plain,
    ...careOf(referral, stand.side),
    side: stand.side,
    senderName: referral.sender.name,
    senderPhone: referral.sender.phone,
    agreement: { agreedOn: agreement.agreedOn, how: stand.side === 'sender' ? agreement.how : null },
    declined: declined === null ? null : { reason: declined.reason, comment: declined.comment },
    contactBy: referral.accepted?.contactBy ?? null,
    startedOn: referral.started?.on ?? null,
    outcome: referral.completed?.outcome ?? null,
    notStartedReason: referral.notStarted?.reason ?? null,
    seeksElsewhere: stand.side === 'sender' && seeksElsewhere(referral),
    mayTryElsewhere: stand.side === 'sender' && mayTryElsewhere(referral, now),
    previousReferralId: (stand.side === 'sender' && referral.previousReferralId) || null,
    resentAs: (stand.side === 'sender' && referral.resentAs) || null,
    actions: offered(referral, stand),
    timeline: timelineOf(events, names),
    now,
  };
}

/** A row of a list as one side may read it: what has to be done, by when, and what happens otherwise. */
export function rowOf(
  stored: Referral,
  seen: { side: Side; openedAt: Instant | null; now: Instant; nation: Nation },
): ReferralRow {
  const { side, openedAt, now, nation } = seen;
  const referral = seenBy(stored, side);
  return {
    ...referral,
    senderName: referral.sender.name,
    openedAt,
    waitsFor: waitsFor(referral, side, now),
    endsAt: endsAt(referral, nation),
  };
}
