import type { ReferralView } from '#shared/api/referrals.ts';
import { elsewhere as words } from '#shared/text/en/elsewhere.ts';
import type { Call } from '../../lib/api.ts';
import { useLater } from '../../lib/use-later.ts';
import { Loading } from '../loading.tsx';
import { RecordCopy } from './record-copy.tsx';

const Other = ({ id, text }: { id: string; text: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`/referrals/${id}`}>
      {text}
    </a>
  </p>
);

type SenderProps = { view: ReferralView; call: Call; again: () => Promise<void> };

function Seeking(props: SenderProps) {
  const Part = useLater(async () => (await import('./elsewhere.tsx')).Elsewhere, true);
  return Part === undefined ? <Loading /> : <Part {...props} />;
}

/** What only the sending team has: where else to turn after a no, the referrals before and after, the record. */
export const ForSender = ({ view, call, again }: SenderProps) => (
  <>
    {view.seeksElsewhere && <Seeking view={view} call={call} again={again} />}
    {view.resentAs !== null && <Other id={view.resentAs} text={words.resent} />}
    {view.previousReferralId !== null && <Other id={view.previousReferralId} text={words.before} />}
    <RecordCopy view={view} />
  </>
);
