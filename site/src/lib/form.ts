import { useEffect, useRef, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { fieldProblems } from '#shared/api/fields.ts';
import type { FieldProblem } from '#shared/api/problem.ts';
import { client as words } from '#shared/text/en/client.ts';
import type { Answer, Refused } from './answer.ts';
import { createSubmission } from './submission.ts';

export type GovForm<S extends z.ZodMiniType, T> = {
  schema: S;
  /** Turns the native form into what the schema expects. */
  read: (data: FormData) => unknown;
  /** Sends what was checked under one key; undefined skips the sending (a form with a check page). */
  send?: (value: z.output<S>, key: string) => Promise<Answer<T>>;
  done: (reply: T | undefined, value: z.output<S>) => void;
  /** Sentences by field id that fit this form better than the schema's own. */
  messages?: Readonly<Record<string, string>>;
  /** More to look at once the schema is content (a phone number in free text). */
  look?: (value: z.output<S>, data: FormData) => FieldProblem[];
};

export type Checked<T> = { ok: true; value: T } | { ok: false; problems: FieldProblem[] };

/** Judges what a form says: the value as its schema puts it out, or one sentence a field. */
export function judge<S extends z.ZodMiniType>(
  form: Pick<GovForm<S, unknown>, 'schema' | 'read' | 'messages' | 'look'>,
  data: FormData,
): Checked<z.output<S>> {
  const parsed = z.safeParse(form.schema, form.read(data));
  if (!parsed.success) {
    const problems = fieldProblems(parsed.error.issues);
    return {
      ok: false,
      problems: problems.map(({ id, text }) => ({ id, text: form.messages?.[id] ?? text })),
    };
  }
  const problems = form.look?.(parsed.data, data) ?? [];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

/** Puts `Error:` before the page's title while something needs another look. */
function useErrorTitle(isWrong: boolean): void {
  useEffect(() => {
    if (!isWrong) return;
    const before = document.title;
    document.title = words.errorPrefix + before;
    return () => {
      document.title = before;
    };
  }, [isWrong]);
}

type Trouble = { problems: FieldProblem[]; refused: Refused | undefined; round: number };
const NONE: Trouble = { problems: [], refused: undefined, round: 0 };

/** The state of one form: what is wrong (each round moves the focus to the summary) and whether it is on its way. */
function useTrouble() {
  const place = useRef<HTMLDivElement>(null);
  const [trouble, setTrouble] = useState(NONE);
  const isWrong = trouble.problems.length > 0 || trouble.refused !== undefined;
  useErrorTitle(isWrong);
  // A new round with the same problems moves the focus again.
  useEffect(() => {
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
export function useGovForm<S extends z.ZodMiniType, T>(form: GovForm<S, T>) {
  const { place, trouble, isWrong, tell } = useTrouble();
  const [isBusy, setBusy] = useState(false);
  const submission = useRef(createSubmission(() => crypto.randomUUID()));

  async function settle(value: z.output<S>): Promise<void> {
    if (form.send === undefined) return form.done(undefined, value);
    const { send } = form;
    setBusy(true);
    const answer = await submission.current.send((key) => send(value, key));
    if (answer === undefined) return;
    setBusy(false);
    if (answer.ok) return form.done(answer.value, value);
    tell(answer.refused.fields ?? [], answer.refused);
  }

  async function onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement) || isBusy) return;
    const checked = judge(form, new FormData(event.currentTarget));
    if (!checked.ok) return tell(checked.problems);
    tell([]);
    await settle(checked.value);
  }

  /** The sentence for a field; a fault in one of several ticks (`needs-2`) belongs to the question. */
  const errorFor = (id: string): string | undefined =>
    trouble.problems.find((one) => one.id === id || one.id.replace(/-\d+$/, '') === id)?.text;
  return { place, formProps: { onSubmit, noValidate: true }, ...trouble, isWrong, isBusy, errorFor, tell };
}
