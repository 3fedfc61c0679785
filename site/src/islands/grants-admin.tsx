import { useState } from 'preact/hooks';
import { grantCheck, grantsKept, type KeptGrant } from '#shared/api/grants.ts';
import type { GrantId } from '#shared/model/ids.ts';
import { grantsAdmin as words } from '#shared/text/en/grants-admin.ts';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import type { Call, Reply } from '../lib/api.ts';
import { idIn } from '../lib/page-query.ts';
import { useLoad } from '../lib/use-load.ts';
import { useSubmit } from '../lib/use-submit.ts';
import type { PageProps } from './frame.tsx';
import { FundForm } from './grants-admin/fund-form.tsx';
import { Loading } from './loading.tsx';
import { OpenedHeading } from './opened-heading.tsx';
import { Refusal } from './refusal.tsx';
import { RefusedPage } from './refused-page.tsx';
import { SavedBanner } from './saved-banner.tsx';

type Kept = Reply<typeof grantsKept>;
type FundProps = { row: KeptGrant; call: Call; onChecked: (row: KeptGrant) => void; onEdit: () => void };

/** One fund: whether to look again, its source, and two presses: it is right, or change it. */
function Fund({ row, call, onChecked, onEdit }: FundProps) {
  const { send, isBusy, refused } = useSubmit<KeptGrant>();
  const { grant, isVerified, isClosed } = row;
  async function check(): Promise<void> {
    const answer = await send((key) => call(grantCheck, { params: { grantId: grant.id }, body: {}, key }));
    if (answer?.ok === true) onChecked(answer.value);
  }
  const named = <span class="govuk-visually-hidden"> ({grant.title})</span>;
  return (
    <Card title={grant.title} above={grant.funderName} tone={isVerified && !isClosed ? undefined : 'strong'}>
      <p class="govuk-body">
        {words.lastChecked(grant.sourceCheckedAt)}{' '}
        {!isVerified && <Tag colour="orange">{words.lookAgain}</Tag>}{' '}
        {isClosed && <Tag colour="grey">{words.closed}</Tag>}{' '}
        {grant.status === 'draft' && <Tag colour="blue">{words.draft}</Tag>}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={grant.sourceUrl} target="_blank" rel="noopener noreferrer">
          {words.source}
          {named}
        </a>
      </p>
      {refused !== undefined && <Refusal refused={refused} />}
      <div class="govuk-button-group">
        <Button
          type="button"
          onClick={() => void check()}
          attributes={isBusy ? { 'aria-disabled': 'true' } : {}}
        >
          {words.check}
          {named}
        </Button>
        <Button type="button" look="secondary" onClick={onEdit}>
          {words.edit}
          {named}
        </Button>
      </div>
    </Card>
  );
}

type News = { text: string; round: number };

function Funds({ first, call }: { first: Kept; call: Call }) {
  const [rows, setRows] = useState(first.rows);
  const [open, setOpen] = useState<KeptGrant | 'new' | undefined>(() => {
    const asked = idIn<GrantId>(window.location.search, 'fund');
    return first.rows.find(({ grant }) => grant.id === asked);
  });
  const [news, setNews] = useState<News | undefined>(undefined);
  const [isBack, setIsBack] = useState(false);
  const put = (row: KeptGrant, text: string) => {
    const others = rows.filter(({ grant }) => grant.id !== row.grant.id);
    setRows(row.grant.status === 'withdrawn' ? others : [row, ...others]);
    setNews({ text, round: (news?.round ?? 0) + 1 });
    setOpen(undefined);
  };
  if (open !== undefined)
    return (
      <FundForm
        row={open === 'new' ? undefined : open}
        councils={first.councils}
        call={call}
        onSaved={(row) => put(row, words.saved(row.grant.title))}
        onBack={() => {
          setNews(undefined);
          setOpen(undefined);
          setIsBack(true);
        }}
      />
    );
  return (
    <>
      {news !== undefined && <SavedBanner text={news.text} round={news.round} />}
      <OpenedHeading isOpened={isBack && news === undefined}>{words.title}</OpenedHeading>
      <p class="govuk-body">{words.lead}</p>
      <Button type="button" onClick={() => setOpen('new')}>
        {words.add}
      </Button>
      {rows.length === 0 && <EmptyState title={words.none} />}
      {rows.map((row) => (
        <Fund
          key={row.grant.id}
          row={row}
          call={call}
          onChecked={(checked) => put(checked, words.checked(checked.grant.title))}
          onEdit={() => setOpen(row)}
        />
      ))}
    </>
  );
}

/** Every fund of the area for its coordinator: those to look at again first. */
export function GrantsAdmin({ call }: PageProps) {
  const { state, again } = useLoad(() => call(grantsKept, {}), 'grants');
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  return <Funds first={state.value} call={call} />;
}
