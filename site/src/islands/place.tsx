import { useState } from 'preact/hooks';
import { type PlaceView, placeRead } from '#shared/api/place.ts';
import { date } from '#shared/text/en/format.ts';
import { place as words } from '#shared/text/en/place.ts';
import { Fieldset } from '#shared/ui/fieldset.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import * as contracts from '../contracts/place.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { optionalText, text } from '../lib/form-data.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { GovForm } from './gov-form.tsx';
import { Loading } from './loading.tsx';
import { RefusedPage } from './refused-page.tsx';
import { SavedBanner } from './saved-banner.tsx';

const NUMBERS = ['adultSocialCare', 'outOfHours', 'crisis', 'linkWorkers'] as const;
const BODY = ['name', 'phone', 'email'] as const;

/** What is still missing before the area takes referrals, or since when it does. */
const Standing = ({ view }: { view: PlaceView }) => {
  if (view.goneLive !== null) return <p class="govuk-body">{words.live(date(view.goneLive))}</p>;
  return (
    <InsetText>
      <p class="govuk-body">{words.notLive}</p>
      {view.lacks.length === 0 ? (
        <p class="govuk-body">{words.ready}</p>
      ) : (
        <>
          <p class="govuk-body">{words.lacks}</p>
          <ul class="govuk-list govuk-list--bullet">
            {view.lacks.map(({ council, name, what }) => (
              <li key={`${council}-${what}`}>{words.lack(words.fields[what], name)}</li>
            ))}
          </ul>
        </>
      )}
    </InsetText>
  );
};

function Numbers({ first, call }: { first: PlaceView; call: Call }) {
  const [view, setView] = useState(first);
  const [round, setRound] = useState(0);
  const form = useGovForm({
    contract: contracts.change,
    read: (data) => ({
      version: view.version,
      councils: view.councils.map(({ code }, index) => ({
        code,
        ...Object.fromEntries(NUMBERS.map((what) => [what, optionalText(data, `councils-${index}-${what}`)])),
      })),
      coordinator: Object.fromEntries(BODY.map((what) => [what, text(data, `coordinator-${what}`)])),
    }),
    send: (endpoint, body, key) => call(endpoint, { body, key }),
    done: (reply) => {
      if (reply !== undefined) setView(reply);
      setRound(round + 1);
    },
  });
  return (
    <>
      {round > 0 && <SavedBanner text={words.saved} round={round} />}
      <h1 class="govuk-heading-l">{words.title(view.name)}</h1>
      <Standing view={view} />
      <p class="govuk-body">{words.lead}</p>
      <GovForm form={form} submit={words.save}>
        {view.councils.map((council, index) => (
          <Fieldset key={council.code} legend={words.council(council.name)} legendSize="m">
            {NUMBERS.map((what) => (
              <TextInput
                key={what}
                id={`councils-${index}-${what}`}
                label={words.fields[what]}
                labelSize="s"
                hint={what === 'linkWorkers' ? words.linkWorkersHint : undefined}
                {...(what === 'linkWorkers' ? {} : { type: 'tel', width: 20 })}
                value={council[what] ?? ''}
                error={form.errorFor(`councils-${index}-${what}`)}
              />
            ))}
          </Fieldset>
        ))}
        <Fieldset legend={words.coordinator} legendSize="m">
          {BODY.map((what) => (
            <TextInput
              key={what}
              id={`coordinator-${what}`}
              label={words[what]}
              labelSize="s"
              hint={what === 'email' ? words.emailHint : undefined}
              {...(what === 'phone' ? { type: 'tel', width: 20 } : {})}
              value={view.coordinator[what]}
              error={form.errorFor(`coordinator-${what}`)}
            />
          ))}
        </Fieldset>
      </GovForm>
    </>
  );
}

/** Whom to ring in the coordinator's area, and what it lacks before it takes referrals. */
export function Place({ call }: PageProps) {
  const { state, again } = useLoad(() => call(placeRead, {}), 'place');
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  return <Numbers first={state.value} call={call} />;
}
