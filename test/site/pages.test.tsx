import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { ReferralRow, ReferralView } from '#shared/api/referrals.ts';
import { OrganizationId, ReferralId, ServiceId } from '#shared/model/ids.ts';
import type { PersonDetails } from '#shared/model/person.ts';
import { Reference } from '#shared/model/reference.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { shown } from '#test/support/drawn.tsx';
import { supplyCsv } from '../../site/src/islands/gaps.tsx';
import { ReferralCard } from '../../site/src/islands/lists/referral-card.tsx';
import { TakeHome } from '../../site/src/islands/refer/take-home.drawn.tsx';
import { cardOf } from '../../site/src/islands/refer/take-home-card.tsx';
import { HistoryList } from '../../site/src/islands/referral/history.drawn.tsx';
import { entriesOf } from '../../site/src/islands/referral/history.tsx';
import { RaceBanner } from '../../site/src/islands/referral/page.drawn.tsx';
import { shownOf } from '../../site/src/islands/referral/person.tsx';
import { raceOf } from '../../site/src/islands/referral/race.ts';
import { PersonShown } from '../../site/src/islands/referral/reveal.drawn.tsx';
import { SummaryRows } from '../../site/src/islands/referral/summary.drawn.tsx';
import { factsOf } from '../../site/src/islands/referral/summary.tsx';
import type { Refused } from '../../site/src/lib/answer.ts';
import { movesOf } from '../../site/src/lib/moves.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const NOW = '2026-11-23T10:00:00.000Z';
const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');

const view: ReferralView = {
  id: ReferralId.parse(ID),
  reference: Reference.parse('R-2BT4-YYTN'),
  seeksElsewhere: false,
  mayTryElsewhere: false,
  previousReferralId: null,
  resentAs: null,
  ward: 'E05011361',
  state: 'sent',
  priority: 'routine',
  schemeName: 'Canal Basin link workers',
  organizationId: OrganizationId.parse(ID),
  organizationName: 'Marigold Corner',
  serviceId: ServiceId.parse(ID),
  serviceName: 'Friday tea and chat',
  needs: ['company'],
  wardName: 'Rusholme',
  council: 'E08000003',
  accessNeeds: ['step_free'],
  times: [],
  wouldLike: 'A cup of tea with others',
  speakToSenderFirst: true,
  label: null,
  sentAt: '2026-11-22T10:00:00.000Z',
  dueAt: '2026-11-27T17:00:00.000Z',
  side: 'reader',
  senderName: 'Tomasz Reed',
  senderPhone: '07700 900164',
  groupPhone: null,
  agreement: { agreedOn: '2026-11-20', how: null },
  declined: null,
  contactBy: null,
  startedOn: null,
  outcome: null,
  notStartedReason: null,
  actions: ['decline', 'accept', 'ask', 'wait_list'],
  timeline: [],
  now: NOW,
};
const row: ReferralRow = { ...view, openedAt: null, waitsFor: 'decide', endsAt: null };

describe('one referral', () => {
  it('says what is asked, where, how soon and from whom', () => {
    const text = words(shown(SummaryRows, factsOf(view)));
    for (const said of [
      'Sent. The group has not answered yet.',
      'in 4 days, 27 November 2026',
      'Company and friendship',
      'Rusholme',
      'A cup of tea with others',
      'No steps',
      'Speak to the link worker first',
      'Tomasz Reed, Canal Basin link workers',
      'Yes, on 20 November 2026',
      '22 November 2026, yesterday',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('Your label');
  });

  it('offers only moves it has a form for, the hopeful one first', () => {
    expect(movesOf(view.actions)).toEqual(['accept', 'ask', 'wait_list', 'decline']);
  });

  it('tells its story newest first with the reasons in words, and leaves out what it does not know', () => {
    const text = words(
      shown(HistoryList, {
        options: {
          entries: entriesOf([
            { type: 'referral.sent', at: '2026-11-20T09:00:00.000Z', by: 'Tomasz Reed', code: null },
            { type: 'referral.mystery', at: '2026-11-21T09:00:00.000Z', by: 'x', code: null },
            {
              type: 'referral.declined',
              at: '2026-11-22T14:14:00.000Z',
              by: 'Idris Vale',
              code: 'no_capacity',
            },
          ]),
        },
      }),
    );
    expect(text.indexOf('Declined')).toBeLessThan(text.indexOf('Referral sent'));
    expect(text).toContain('22 November 2026, 2:14pm by Idris Vale We have no space');
    expect(text).not.toContain('mystery');
  });

  it('tells the one who was too late who was first, or how it stands', () => {
    const at = '2026-11-23T09:58:00.000Z';
    const race = (refused: Refused) =>
      words(shown(RaceBanner, { ...raceOf(refused), isOver: false, isOpen: true }));
    const taken = { code: 'not_possible_now', title: 'x' } as const;
    expect(race({ ...taken, current: { state: 'accepted', by: 'Idris Vale', at } })).toContain(
      ' Accepted by Idris Vale, 23 November 2026, 9:58am. ',
    );
    expect(race({ ...taken, current: { state: 'expired', by: null, at: null } })).toContain(
      ' It now stands at: No answer in time. ',
    );
    expect(race({ code: 'changed_meanwhile', title: 'Somebody else changed this first.' })).toContain(
      ' Somebody else changed this first. ',
    );
  });
});

describe('who a person is', () => {
  const person = {
    preferredName: 'Canary Wren',
    surname: null,
    channel: { kind: 'phone' as const, phone: '07700 900123' },
    safeContact: ['no_voicemail' as const, 'do_not_say_who' as const],
    safeContactNote: 'Her son may answer',
  };
  const show = (details: PersonDetails, isRead = false) => shown(PersonShown, shownOf(details, view, isRead));

  it('hides name and number until what makes contact safe was read', () => {
    const html = show(person);
    expect(html).toContain('Leave no voicemail');
    expect(html).toContain('Her son may answer');
    expect(html).toContain(referralPage.reveal.acknowledge);
    expect(html).not.toMatch(/07700|Canary/);
    expect(show(person, true)).toMatch(/Canary[\s\S]*Her son may answer[\s\S]*tel:07700900123/);
  });

  it('shows the number at once when there is nothing to read first', () => {
    const html = show({ ...person, safeContact: [], safeContactNote: null });
    expect(html).toContain('tel:07700900123');
    expect(html).not.toContain(referralPage.reveal.acknowledge);
  });

  it('gives the link worker’s number when the person wants to be reached through them', () => {
    const html = show({
      ...person,
      channel: { kind: 'through_link_worker' },
      safeContact: [],
      safeContactNote: null,
    });
    expect(html).toContain('tel:07700900164');
  });
});

describe('a referral in a list', () => {
  const card = (more: Partial<ReferralRow>, side: 'sender' | 'reader' = 'reader') =>
    words(render(<ReferralCard row={{ ...row, ...more }} now={NOW} side={side} isTeam={false} />));

  it('is new to a group until somebody opened it', () => {
    expect(card({})).toContain('New');
    expect(card({ openedAt: NOW })).not.toContain('New');
    expect(card({}, 'sender')).not.toContain('New');
  });

  it('says what is due in days of the server’s time', () => {
    expect(card({ dueAt: '2026-11-21T17:00:00.000Z' })).toContain('2 days late');
  });

  it('shows the team’s own label to the team', () => {
    expect(card({ label: 'CW' }, 'sender')).toContain('Your label: CW');
  });
});

describe('the card to take home', () => {
  it('says where, when and whom to ring, and keeps a masked address back', () => {
    const service = {
      name: 'Friday tea and chat',
      schedules: [{ weekday: 'FR' as const, opensAt: '14:00', closesAt: '16:00' }],
      place: { name: 'Canal Shed', address: null, postcode: null, wardName: 'Fallowfield' },
      cost: { pence: 250, note: 'Tea and biscuits' },
      firstVisit: 'Somebody meets you at the door.',
      access: {
        stepFree: null,
        hearingLoop: null,
        quietSpace: null,
        bringSomeone: null,
        nearBusStop: true,
        toilets: null,
        languages: [],
      },
    };
    const html = shown(
      TakeHome,
      cardOf({
        group: { name: 'Marigold Corner', phone: null },
        service,
        sender: { name: 'Tomasz Reed', phone: '07700 900164' },
        reference: 'R-2BT4-YYTN',
      }),
    );
    const text = words(html);
    expect(text).toContain('Friday 2pm to 4pm');
    expect(text).toContain('Fallowfield');
    expect(text).not.toContain('Canal Shed');
    expect(text).toContain('£2.50. Tea and biscuits');
    expect(text).toContain('There is a bus stop near.');
    expect(text).not.toContain('There are no steps.');
    expect(text).not.toContain('Ring the group');
  });
});

describe('the spreadsheet of what there is', () => {
  it('has the words and numbers of the table', () => {
    const text = supplyCsv([
      {
        council: 'E08000003',
        councilName: 'Manchester',
        need: 'company',
        groups: 7,
        services: 12,
        referable: 9,
        withRoom: 5,
        unknownRoom: 2,
      },
    ]);
    expect(text.split('\r\n')[1]).toBe('Manchester,Company and friendship,7,12,9,5,2');
  });
});
