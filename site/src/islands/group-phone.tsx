import { type GroupProgress, groupProgress } from '#shared/api/own-group.ts';
import { groupPhone as words } from '#shared/text/en/group-steps.ts';
import { myGroup } from '#shared/text/en/my-group.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import * as contracts from '../contracts/own-group.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { choice, text } from '../lib/form-data.ts';
import { goWithNews } from '../lib/news.ts';
import type { PageProps } from './frame.tsx';
import { GovForm } from './gov-form.tsx';
import { OfOneGroup } from './of-one-group.tsx';

/** The id of a field is its path in the request, without `phone-` before it. */
const ofPhone = (errorFor: (id: string) => string | undefined) => (part: string) => errorFor(`phone-${part}`);

function PhoneForm({ of: { group }, call }: { of: GroupProgress; call: Call }) {
  const back = `/my-group?group=${group.id}`;
  const { number, bestTimes, shownTo } = group.phone;
  const form = useGovForm({
    contract: contracts.phone,
    read: (data) => ({
      phone: {
        number: text(data, 'phone-number'),
        bestTimes: text(data, 'phone-bestTimes'),
        shownTo: choice(data, 'phone-shownTo'),
      },
    }),
    send: (endpoint, body, key) => call(endpoint, { params: { groupId: group.id }, body, key }),
    done: () => goWithNews(back, words.saved),
  });
  const errorFor = ofPhone(form.errorFor);
  return (
    <>
      <BackLink href={back}>{myGroup.back}</BackLink>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <GovForm form={form} submit={words.submit}>
        <TextInput
          id="phone-number"
          label={words.number}
          labelSize="s"
          type="tel"
          autocomplete="tel"
          width={20}
          value={number}
          error={errorFor('number')}
        />
        <TextInput
          id="phone-bestTimes"
          label={words.bestTimes}
          labelSize="s"
          hint={words.bestTimesHint}
          value={bestTimes}
          error={errorFor('bestTimes')}
        />
        <Radios
          id="phone-shownTo"
          legend={words.shownTo}
          legendSize="s"
          value={shownTo === 'nobody' ? 'professionals' : shownTo}
          items={[
            { value: 'professionals', text: words.professionals, hint: words.professionalsHint },
            { value: 'public', text: words.public, hint: words.publicHint },
          ]}
          error={errorFor('shownTo')}
        />
      </GovForm>
    </>
  );
}

/** The one phone of a group: its number, when to ring it, and who sees it. */
export const GroupPhonePage = ({ session, call }: PageProps) => (
  <OfOneGroup session={session} load={(groupId) => call(groupProgress, { params: { groupId } })}>
    {(of) => <PhoneForm of={of} call={call} />}
  </OfOneGroup>
);
