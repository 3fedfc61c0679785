import { dayAfter } from '#shared/text/en/days-ahead.ts';
import { choice, day, isTicked, optionalText, text, ticks } from '../../lib/form-data.ts';
import type { Ward } from '../../lib/place.ts';

/** What the form cannot hold itself: the activity, the wording shown, the server's day, the wards on offer. */
export type Fixed = {
  serviceId: string;
  wordingVersion: string;
  today: string;
  wards: readonly Ward[];
};

function agreedOn(data: FormData, today: string): string {
  switch (text(data, 'agreed-when')) {
    case 'today':
      return today;
    case 'yesterday':
      return dayAfter(today, -1);
    default:
      return day(data, 'agreed');
  }
}

/** The one tick answers how, who and when. Where nothing is answered at all, the tick alone is asked for. */
function agreementOf(data: FormData, { today, wordingVersion }: Fixed): Record<string, unknown> {
  const [how, givenBy] = [choice(data, 'how'), choice(data, 'givenBy')];
  if (isTicked(data, 'agreed')) {
    return { how: 'by_phone', givenBy: 'person', agreedOn: today, wordingVersion };
  }
  if (how === undefined && givenBy === undefined) {
    return { how, givenBy: 'person', agreedOn: today, wordingVersion };
  }
  return { how, givenBy, agreedOn: agreedOn(data, today), wordingVersion };
}

/** One channel only: what was typed under another one is left behind. */
function channelOf(data: FormData): Record<string, unknown> {
  const kind = choice(data, 'channel');
  if (kind === 'phone') return { kind, phone: text(data, 'phone') };
  return kind === 'email' ? { kind, email: text(data, 'email') } : { kind };
}

/** The referral as the form says it, in the shape of the request; judged by the request's own schema. */
export function readReferral(data: FormData, fixed: Fixed): unknown {
  const ward = fixed.wards.find(({ code }) => code === text(data, 'ward'));
  return {
    serviceId: fixed.serviceId,
    needs: ticks(data, 'needs'),
    ward: ward?.code ?? '',
    wardName: ward?.name ?? '',
    council: ward?.council ?? '',
    origin: choice(data, 'origin'),
    priority: isTicked(data, 'priority') ? 'time_sensitive' : 'routine',
    accessNeeds: ticks(data, 'accessNeeds'),
    times: ticks(data, 'times'),
    wouldLike: optionalText(data, 'wouldLike'),
    speakToSenderFirst: isTicked(data, 'speakToSenderFirst'),
    label: optionalText(data, 'label'),
    person: {
      preferredName: text(data, 'preferredName'),
      surname: optionalText(data, 'surname'),
      channel: channelOf(data),
      safeContact: ticks(data, 'safeContact'),
      safeContactNote: optionalText(data, 'safeContactNote'),
    },
    agreement: agreementOf(data, fixed),
    stopPanelPassed: isTicked(data, 'stopPanelPassed'),
    exclusionsRead: isTicked(data, 'exclusionsRead'),
  };
}
