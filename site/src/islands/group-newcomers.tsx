import { readerVouch } from '#shared/api/group-known.ts';
import type { GroupStanding } from '#shared/api/group-pause.ts';
import { dateAndTime } from '#shared/text/en/date-and-time.ts';
import { date } from '#shared/text/en/format.ts';
import { groupPause as words } from '#shared/text/en/group-pause.ts';
import { Button } from '#shared/ui/button.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import * as contracts from '../contracts/group-pause.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { choice } from '../lib/form-data.ts';
import { items } from '../lib/items.ts';
import { useSubmit } from '../lib/use-submit.ts';
import { GovForm } from './gov-form.tsx';
import { Refusal } from './refusal.tsx';

/** A part of the coordinator's page about one group: how it stands, and what to do when that has changed. */
export type StandingPart = {
  about: GroupStanding;
  call: Call;
  onDone: (now: GroupStanding, said: string) => void;
};

/** The limit of a group's first thirty days, and lifting it with a reason. */
export function FirstDays({ about: { group, firstDays }, call, onDone }: StandingPart) {
  const form = useGovForm({
    contract: contracts.know,
    read: (data) => ({ why: choice(data, 'why') }),
    send: (endpoint, body, key) => call(endpoint, { params: { groupId: group.id }, body, key }),
    done: (reply) => reply !== undefined && onDone(reply, words.known.done(group.name)),
  });
  if (firstDays === null) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.known.title}</h2>
      <p class="govuk-body">
        {words.known.text(date(firstDays.until))} {firstDays.isFull && words.known.isFull}
      </p>
      <GovForm form={form} submit={words.known.submit}>
        <Radios
          id="why"
          legend={words.known.why}
          legendSize="s"
          error={form.errorFor('why')}
          items={items(words.known.whys)}
        />
      </GovForm>
    </>
  );
}

type ReaderProps = StandingPart & { reader: GroupStanding['newReaders'][number] };

function NewReader({ about: { group }, reader, call, onDone }: ReaderProps) {
  const { userId, name, from } = reader;
  const { send, isBusy, refused } = useSubmit<GroupStanding>();
  const vouch = async () => {
    const params = { groupId: group.id, userId };
    const answer = await send((key) => call(readerVouch, { params, body: {}, key }));
    if (answer?.ok) onDone(answer.value, words.vouch.done(name));
  };
  return (
    <>
      <p class="govuk-body">{words.vouch.from(name, dateAndTime(from))}</p>
      {refused !== undefined && <Refusal refused={refused} retry={() => void vouch()} />}
      <Button type="button" look="secondary" onClick={() => isBusy || void vouch()}>
        {words.vouch.submit(name)}
      </Button>
    </>
  );
}

/** Readers who do not open contact details yet; nothing when there are none. */
export function NewReaders(props: StandingPart) {
  const { newReaders } = props.about;
  if (newReaders.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.vouch.title}</h2>
      <p class="govuk-body">{words.vouch.text}</p>
      {newReaders.map((reader) => (
        <NewReader key={reader.userId} {...props} reader={reader} />
      ))}
    </>
  );
}
