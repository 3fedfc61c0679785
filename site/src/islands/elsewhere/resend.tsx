import { useLayoutEffect } from 'preact/hooks';
import { referralForm } from '#shared/api/groups.ts';
import type { referralResend } from '#shared/api/referral-resend.ts';
import type { ReferralView } from '#shared/api/referrals.ts';
import type { SearchResult } from '#shared/api/search.ts';
import { elsewhere as words } from '#shared/text/en/elsewhere.ts';
import * as contracts from '../../contracts/resend.ts';
import type { Call } from '../../lib/api.ts';
import { useGovForm } from '../../lib/form.ts';
import { choice, isTicked } from '../../lib/form-data.ts';
import { useLoad } from '../../lib/use-load.ts';
import { FormProblems } from '../gov-form.tsx';
import { Loading } from '../loading.tsx';
import { RefusedPage } from '../refused-page.tsx';
import { ResendForm } from './parts.drawn.tsx';

type ResendProps = { view: ReferralView; to: SearchResult; call: Call; onBack: () => void };

/** Sends the same person to another group: only what is new is asked, the limits of the group and the person’s yes. */
export function Resend({ view, to, call, onBack }: ResendProps) {
  const { serviceId } = to;
  const { state, again } = useLoad(() => call(referralForm, { params: { serviceId } }), serviceId);
  const form = useGovForm<typeof referralResend>({
    contract: contracts.resend,
    read: (data) => ({ serviceId, how: choice(data, 'how'), checked: isTicked(data, 'checked') }),
    send: (endpoint, body, key) => call(endpoint, { params: { referralId: view.id }, body, key }),
    done: (reply) => {
      if (reply !== undefined) window.location.assign(`/referrals/${reply.id}`);
    },
    messages: { how: words.howProblem },
  });
  useLayoutEffect(() => form.place.current?.querySelector('h2')?.focus(), [state.kind]);
  const onClick = ({ target }: Event) => {
    if (target instanceof HTMLButtonElement && target.name === 'cancel') onBack();
  };
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') {
    const waysOn = [{ href: `/elsewhere?referral=${view.id}`, text: words.title }];
    return <RefusedPage refused={state.refused} retry={() => void again()} waysOn={waysOn} />;
  }
  const { exclusions } = state.value.service;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button inside is what is pressed
    <div
      ref={form.place}
      onSubmit={form.formProps.onSubmit}
      onInput={form.formProps.onInput}
      onClick={onClick}
    >
      <ResendForm
        problems={<FormProblems {...form} />}
        isBusy={form.isBusy ? 'true' : undefined}
        errorFor={form.errorFor}
        reference={view.reference}
        group={to.organizationName}
        from={view.organizationName}
        limits={exclusions.map((limit) => <li key={limit}>{limit}</li>)}
        isLimited={exclusions.length > 0}
        isOpen={exclusions.length === 0}
        isOver={view.seeksElsewhere}
        isLate={!view.seeksElsewhere}
      />
    </div>
  );
}
