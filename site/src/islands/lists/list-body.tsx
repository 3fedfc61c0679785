import type { ReferralRow } from '#shared/api/referrals.ts';
import { lists as words } from '#shared/text/en/lists.ts';
import { needs } from '#shared/text/en/needs.ts';
import { Button } from '#shared/ui/button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { Select } from '#shared/ui/select.tsx';
import type { Call } from '../../lib/api.ts';
import { codesOf } from '../../lib/items.ts';
import { type ListView, sorted, viewHref } from '../../lib/list-view.ts';
import { isNeed } from '../../lib/needs-in-query.ts';
import { useRows } from '../../lib/use-rows.ts';
import { Loading } from '../loading.tsx';
import { Refusal } from '../refusal.tsx';
import { ReferralCard } from './referral-card.tsx';

export type Empty = { title: string; hint: string; link?: { href: string; text: string } };
type ListProps = { call: Call; view: ListView; onView: (view: ListView) => void; empty: Empty };

type SectionProps = { id: string; title: string; rows: readonly ReferralRow[]; now: string; view: ListView };

const Section = ({ id, title, rows, now, view }: SectionProps) => (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-m" id={id}>
      {title}
    </h2>
    <ul class="referral-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <ReferralCard
            row={row}
            now={now}
            side={view.view === 'inbox' ? 'reader' : 'sender'}
            isTeam={view.view === 'team'}
          />
        </li>
      ))}
    </ul>
  </section>
);

const NeedFilter = ({ view, onView }: Pick<ListProps, 'view' | 'onView'>) => (
  <Select
    id="need"
    label={words.filter}
    groupClass="list-filter"
    value={view.need}
    items={[
      { value: '', text: words.anyNeed },
      ...codesOf(needs).map((value) => ({ value, text: needs[value] })),
    ]}
    onChange={(event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      const need = event.target.value;
      onView({ ...view, need: isNeed(need) ? need : undefined });
    }}
  />
);

const Nothing = ({ empty }: { empty: Empty }) => (
  <EmptyState title={empty.title}>
    <p>{empty.hint}</p>
    {empty.link !== undefined && (
      <p>
        <a class="govuk-link" href={empty.link.href}>
          {empty.link.text}
        </a>
      </p>
    )}
  </EmptyState>
);

type BodyProps = Pick<ListProps, 'view' | 'onView'> & { rows: readonly ReferralRow[]; now: string };

function Sections({ rows, now, view, onView }: BodyProps) {
  const parts = sorted(rows, view.need);
  if (parts.now.length + parts.later.length === 0) {
    return (
      <p class="govuk-body">
        {words.none}{' '}
        <a class="govuk-link" href={viewHref(view, { need: undefined })}>
          {words.showAll}
        </a>
      </p>
    );
  }
  const later = view.isClosed ? words.ended(parts.later.length) : words.waiting(parts.later.length);
  return (
    <>
      <NeedFilter view={view} onView={onView} />
      {parts.now.length > 0 && (
        <Section id="now" title={words.needsYou(parts.now.length)} rows={parts.now} now={now} view={view} />
      )}
      {parts.now.length === 0 && !view.isClosed && <p class="govuk-body">{words.nothingNow}</p>}
      {parts.later.length > 0 && (
        <Section id="later" title={later} rows={parts.later} now={now} view={view} />
      )}
    </>
  );
}

/** The rows of a list in two parts: what needs the viewer now, and the rest. */
export function ListBody({ call, view, onView, empty }: ListProps) {
  const { kind, rows, next, now, refused, more } = useRows(call, view);
  if (kind === 'waiting') return <Loading />;
  return (
    <>
      {refused !== undefined && (
        <Refusal refused={refused} retry={() => void more(rows.length === 0 ? null : next)} />
      )}
      {refused === undefined && rows.length === 0 && <Nothing empty={empty} />}
      {rows.length > 0 && <Sections rows={rows} now={now} view={view} onView={onView} />}
      {next !== null && (
        <Button type="button" look="secondary" onClick={() => void more(next)}>
          {words.more}
        </Button>
      )}
    </>
  );
}
