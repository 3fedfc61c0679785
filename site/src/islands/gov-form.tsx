import { client as words } from '#shared/text/en/client.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import type { Content } from '#shared/ui/markup.ts';
import type { useGovForm } from '../lib/form.ts';
import { refusalText, SignInAgain } from './refusal.tsx';

type FormState = Pick<
  ReturnType<typeof useGovForm>,
  'place' | 'formProps' | 'problems' | 'refused' | 'isWrong' | 'isBusy'
>;

// Several forms on one page cannot share ids: then the field is found by its name in its own form.
const fieldOf = (id: string, scope: ParentNode): HTMLElement | null =>
  document.getElementById(id) ??
  scope.querySelector<HTMLElement>(`[name="${CSS.escape(id)}"]`) ??
  document.getElementById(id.replace(/-[^-]+$/, ''));

/** Moves to the field a summary names: into it, or to the first box of a date. */
export function goToField(id: string, scope: ParentNode = document): void {
  const field = fieldOf(id, scope);
  const box = field?.matches('input,select,textarea')
    ? field
    : field?.querySelector<HTMLElement>('input,select,textarea');
  const closed = box?.closest('details:not([open])');
  closed?.setAttribute('open', '');
  box?.closest('.govuk-form-group')?.scrollIntoView();
  box?.focus({ preventScroll: true });
}

const onSummaryClick = (event: MouseEvent) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (link === null) return;
  event.preventDefault();
  goToField(link.getAttribute('href')?.slice(1) ?? '', link.closest('[data-form]') ?? document);
};

/** The list of what needs another look: answers with a link to each, or the one sentence of a refusal. */
export function FormProblems({
  problems,
  refused,
  isWrong,
}: Pick<FormState, 'problems' | 'refused' | 'isWrong'>) {
  if (!isWrong) return null;
  const errors =
    problems.length > 0
      ? problems.map(({ id, text }) => ({ text, href: `#${id}` }))
      : [{ text: refused === undefined ? '' : refusalText(refused) }];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links inside are what is pressed, by mouse or keyboard
    <div onClick={onSummaryClick}>
      <ErrorSummary title={words.problemTitle} errors={errors} />
      {refused?.code === 'not_signed_in' && <SignInAgain isKept />}
    </div>
  );
}

type GovFormProps = {
  form: FormState;
  /** The button's words, a verb. */
  submit: Content;
  look?: 'warning';
  children: Content;
  /** Beside the button, such as a way to cancel. */
  beside?: Content;
  isHidden?: boolean;
};

/** A form with its problems above and its button below; the button says so while it is on its way. */
export const GovForm = ({ form, submit, look, children, beside, isHidden = false }: GovFormProps) => (
  <div ref={form.place} data-form hidden={isHidden}>
    <FormProblems {...form} />
    <form {...form.formProps} aria-busy={form.isBusy}>
      {children}
      <div class="govuk-button-group">
        <Button attributes={form.isBusy ? { 'aria-disabled': 'true' } : {}} {...(look ? { look } : {})}>
          {submit}
        </Button>
        {beside}
      </div>
    </form>
  </div>
);
