import { referralForm } from '#shared/api/groups.ts';
import type { referralResend } from '#shared/api/referral-resend.ts';
import type { ReferralView } from '#shared/api/referrals.ts';
import type { SearchResult } from '#shared/api/search.ts';
import { agreedHows, limits } from '#shared/text/en/agreed.ts';
import { elsewhere as words } from '#shared/text/en/elsewhere.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import * as contracts from '../../contracts/resend.ts';
import type { Call } from '../../lib/api.ts';
import { useGovForm } from '../../lib/form.ts';
import { choice, isTicked } from '../../lib/form-data.ts';
import { items } from '../../lib/items.ts';
import { useLoad } from '../../lib/use-load.ts';
import { Loading } from '../loading.tsx';
import { Refusal } from '../refusal.tsx';
import { MoveForm } from './move-form.tsx';

type ResendProps = { view: ReferralView; to: SearchResult; call: Call; onBack: () => void };

const Limits = ({ exclusions }: { exclusions: readonly string[] }) => (
  <>
    <h3 class="govuk-heading-s">{limits.legend}</h3>
    {exclusions.length === 0 ? (
      <p class="govuk-body">{limits.none}</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {exclusions.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    )}
  </>
);

/** Sends the same person to another group: only what is new is asked, the limits of the group and the person's yes. */
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
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <Refusal refused={state.refused} retry={() => void again()} />;
  return (
    <MoveForm form={form} title={words.to(to.organizationName)} submit={words.submit} onCancel={onBack}>
      <Limits exclusions={state.value.service.exclusions} />
      <Checkboxes
        id="checked"
        fieldset={false}
        error={form.errorFor('checked')}
        items={[{ value: 'yes', text: words.checked }]}
      />
      <p class="govuk-body">{words.ask}</p>
      <InsetText>
        <p>{(view.seeksElsewhere ? words.wording : words.wordingLate)(to.organizationName)}</p>
      </InsetText>
      <Radios
        id="how"
        legend={words.how}
        legendSize="s"
        error={form.errorFor('how')}
        items={items(agreedHows)}
      />
      <p class="govuk-body">{words.nothingTyped}</p>
      {view.mayTryElsewhere && <p class="govuk-body">{words.takesBack(view.organizationName)}</p>}
    </MoveForm>
  );
}
