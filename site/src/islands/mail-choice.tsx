import { mailChoiceRead } from '#shared/api/mail-choice.ts';
import type { MailChoice } from '#shared/model/mail-choice.ts';
import { mailChoice as words } from '#shared/text/en/mail-choice.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { choose } from '../contracts/mail-choice.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { choice } from '../lib/form-data.ts';
import { codesOf } from '../lib/items.ts';
import { goWithNews } from '../lib/news.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { GovForm } from './gov-form.tsx';
import { Loading } from './loading.tsx';
import { RefusedPage } from './refused-page.tsx';

function ChoiceForm({ often, call }: { often: MailChoice; call: Call }) {
  const form = useGovForm({
    contract: choose,
    read: (data) => ({ often: choice(data, 'often') }),
    send: (endpoint, body, key) => call(endpoint, { body, key }),
    done: (_, said) => goWithNews('/start', words.saved[said.often]),
  });
  return (
    <GovForm form={form} submit={words.submit}>
      <Radios
        id="often"
        legend={words.legend}
        legendSize="s"
        value={often}
        items={codesOf(words.often).map((value) => ({
          value,
          text: words.often[value],
          hint: words.hints[value],
        }))}
        error={form.errorFor('often')}
      />
    </GovForm>
  );
}

/** How often a link worker hears of what can wait (decision 16). */
export function MailChoicePage({ call }: PageProps) {
  const { state, again } = useLoad(() => call(mailChoiceRead, {}), 'mail-choice');
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  return (
    <>
      <BackLink href="/start">{words.back}</BackLink>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <ChoiceForm often={state.value.often} call={call} />
    </>
  );
}
