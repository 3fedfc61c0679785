import { useLayoutEffect, useRef } from 'preact/hooks';
import { moves as words } from '#shared/text/en/moves.ts';
import { Button } from '#shared/ui/button.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { GovForm } from '../gov-form.tsx';

type MoveFormProps = {
  form: Parameters<typeof GovForm>[0]['form'];
  title: string;
  lead?: string;
  submit: string;
  look?: 'warning';
  onCancel: () => void;
  children: Content;
};

/** The frame of each move's form: its title takes the focus when it opens, and there is a way back. */
export function MoveForm({ title, lead, onCancel, children, ...rest }: MoveFormProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section class="card card--strong" aria-labelledby="move-title">
      <h2 class="govuk-heading-m" id="move-title" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {lead !== undefined && <p class="govuk-body">{lead}</p>}
      <GovForm
        {...rest}
        beside={
          <Button type="button" look="secondary" onClick={onCancel}>
            {words.cancel}
          </Button>
        }
      >
        {children}
      </GovForm>
    </section>
  );
}
