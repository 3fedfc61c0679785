import { moves } from '#shared/text/en/moves.ts';
import { Button } from '#shared/ui/button.tsx';
import type { Content } from '#shared/ui/markup.ts';
import type { FieldsProps } from '../../lib/drawn-marks.ts';
import type { NumberProps } from './number-list.tsx';

/** What the form of each move is given, whichever it is. */
export type MovePartProps = FieldsProps &
  NumberProps & {
    /** What needs another look, above the fields. */
    problems: Content;
    isBusy: 'true' | undefined;
    today: string;
    yesterday: string;
    /** The day offered for making contact, and how near it is. */
    usual: string;
    usualText: string;
    isSoon: boolean;
    isRoutine: boolean;
    /** What the group asked last. */
    question: string;
    /** What was answered to the first question of handing back. */
    danger: string;
  };

type FrameProps = Pick<MovePartProps, 'problems' | 'isBusy'> & {
  title: Content;
  lead?: Content;
  submit: string;
  look?: 'warning';
  children?: Content;
};

/** The frame of each move’s form, for a drawn part: its title, the problems, the fields, the button and a way back. */
export const MoveFrame = ({ title, lead, submit, look, problems, isBusy, children }: FrameProps) => (
  <section class="card card--strong" aria-labelledby="move-title">
    <h2 class="govuk-heading-m" id="move-title" tabIndex={-1}>
      {title}
    </h2>
    {lead !== undefined && <p class="govuk-body">{lead}</p>}
    {problems}
    <form noValidate aria-busy={isBusy}>
      {children}
      <div class="govuk-button-group">
        <Button attributes={{ 'aria-disabled': isBusy }} {...(look && { look })}>
          {submit}
        </Button>
        <Button type="button" name="cancel" look="secondary">
          {moves.cancel}
        </Button>
      </div>
    </form>
  </section>
);
