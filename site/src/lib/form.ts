import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { Endpoint } from '#shared/api/endpoint.ts';
import type { FieldProblem } from '#shared/api/problem.ts';
import { client as words } from '#shared/text/en/client.ts';
import type { Answer, Refused } from './answer.ts';
import type { Reply } from './api.ts';
import type { LookForDetails } from './look.ts';
import type { Checked, Contract } from './plain-contract.ts';
import { createSubmission } from './submission.ts';
import { useTitlePrefix } from './use-title.ts';

export type GovForm<E extends Endpoint> = {
  /** The route and the judge of its body. */
  contract: Contract<E>;
  /** Turns the native form into what the schema expects. */
  read: (data: FormData) => unknown;
  /** Sends what was checked under one key; left out where something comes before the sending. */
  send?: (endpoint: E, value: z.output<E['body']>, key: string) => Promise<Answer<Reply<E>>>;
  done: (reply: Reply<E> | undefined, value: z.output<E['body']>) => void;
  /** Sentences by field id that fit this form better than the schema's own; empty for what another field decides. */
  messages?: Readonly<Record<string, string>>;
  /** More to look at once the schema is content (a phone number in free text). */
  look?: (value: z.output<E['body']>, data: FormData, lookForDetails: LookForDetails) => FieldProblem[];
};

/** Judges what a form says: the value as its schema puts it out, or one sentence a field. */
export function judge<E extends Endpoint>(
  form: Pick<GovForm<E>, 'read' | 'messages' | 'look'>,
  { check, lookForDetails }: Pick<Contract<E>, 'check' | 'lookForDetails'>,
  data: FormData,
): Checked<z.output<E['body']>> {
  const checked = check(form.read(data));
  if (!checked.ok) {
    const problems = checked.problems.map(({ id, text }) => ({ id, text: form.messages?.[id] ?? text }));
    return { ok: false, problems: problems.filter(({ text }) => text !== '') };
  }
  const problems = form.look?.(checked.value, data, lookForDetails) ?? [];
  return problems.length > 0 ? { ok: false, problems } : checked;
}

/** Problems in the order in which their fields stand on the page. */
function inPageOrder(problems: readonly FieldProblem[], form: HTMLFormElement): FieldProblem[] {
  const ids = [...form.querySelectorAll('[id]')].map(({ id }) => id);
  return problems.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Before the page goes with answers that were never sent, the browser asks. `stands`: whether the form is still there. */
function useUnsent(stands: () => boolean) {
  const unsent = useRef(false);
  useEffect(() => {
    const ask = (event: Event) => {
      if (unsent.current && stands()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return unsent;
}

type Trouble = { problems: FieldProblem[]; refused: Refused | undefined; round: number };
const NONE: Trouble = { problems: [], refused: undefined, round: 0 };

/** The state of one form: what is wrong (each round moves the focus to the summary) and whether it is on its way. */
function useTrouble() {
  const place = useRef<HTMLDivElement>(null);
  const [trouble, setTrouble] = useState(NONE);
  const isWrong = trouble.problems.length > 0 || trouble.refused !== undefined;
  useTitlePrefix(isWrong ? words.errorPrefix : '');
  // A new round with the same problems moves the focus again.
  useLayoutEffect(() => {
    if (isWrong) place.current?.querySelector<HTMLElement>('.govuk-error-summary')?.focus();
  }, [trouble.round, isWrong]);
  const tell = (problems: FieldProblem[], refused?: Refused) =>
    setTrouble(({ round }) => ({ problems, refused, round: round + 1 }));
  return { place, trouble, isWrong, tell };
}

/**
 * One form the house way: native inputs read by FormData, judged on submit only by the endpoint's own
 * schema, problems in a summary that takes the focus and at each field, never sent twice, and nothing
 * typed is ever lost: the inputs stay as they are whatever happens.
 */
export function useGovForm<E extends Endpoint>(form: GovForm<E>) {
  const { place, trouble, isWrong, tell } = useTrouble();
  const [isBusy, setBusy] = useState(false);
  const submission = useRef(createSubmission(() => crypto.randomUUID()));
  const unsent = useUnsent(() => place.current !== null);
  const onInput = () => {
    unsent.current = true;
  };

  async function settle(endpoint: E, value: z.output<E['body']>): Promise<void> {
    const { send } = form;
    if (send === undefined) return form.done(undefined, value);
    const answer = await submission.current.send((key) => send(endpoint, value, key));
    if (answer === undefined) return;
    if (answer.ok) {
      unsent.current = false;
      return form.done(answer.value, value);
    }
    tell(answer.refused.fields ?? [], answer.refused);
  }

  async function submit(element: HTMLFormElement): Promise<void> {
    const { contract } = form;
    const checked = judge(form, contract, new FormData(element));
    if (!checked.ok) return tell(inPageOrder(checked.problems, element));
    tell([]);
    await settle(contract.endpoint, checked.value);
  }

  async function onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || isBusy) return;
    setBusy(true);
    await submit(event.target);
    setBusy(false);
  }

  /** The sentence for a field; a fault in one of several ticks (`needs-2`) belongs to the question. */
  const errorFor = (id: string): string | undefined =>
    trouble.problems.find((one) => one.id === id || one.id.replace(/-\d+$/, '') === id)?.text;
  return {
    place,
    formProps: { onSubmit, onInput, noValidate: true },
    ...trouble,
    isWrong,
    isBusy,
    errorFor,
    tell,
  };
}
