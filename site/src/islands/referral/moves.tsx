import { useState } from 'preact/hooks';
import { referralActions } from '#shared/text/en/referral.ts';
import { referralPage as words } from '#shared/text/en/referral-page.ts';
import { Button } from '#shared/ui/button.tsx';
import { type Move, movesOf } from '../../lib/moves.ts';
import { FormOf } from './move-forms.tsx';
import type { MoveProps } from './move-props.ts';

type MovesProps = Omit<MoveProps, 'onDone' | 'onCancel'> & { onDone: (move: Move) => void };

/** The moves the viewer may make now; each opens its own form in place, one at a time. */
export function Moves({ view, call, onDone, onLost }: MovesProps) {
  const [open, setOpen] = useState<Move | undefined>(undefined);
  const moves = movesOf(view.actions);
  const isOpen = open !== undefined && moves.includes(open);
  if (isOpen) {
    return (
      <FormOf
        key={open}
        move={open}
        view={view}
        call={call}
        onLost={onLost}
        onCancel={() => setOpen(undefined)}
        onDone={() => {
          setOpen(undefined);
          onDone(open);
        }}
      />
    );
  }
  return (
    <section aria-labelledby="moves-title" class="no-print">
      <h2 class="govuk-heading-m" id="moves-title">
        {words.whatNow}
      </h2>
      {moves.length === 0 && <p class="govuk-body">{words.nothingNow}</p>}
      <div class="govuk-button-group">
        {moves.map((move, index) => (
          <Button
            key={move}
            type="button"
            {...(index === 0 && move !== 'withdraw' && move !== 'hand_back'
              ? {}
              : { look: 'secondary' as const })}
            onClick={() => setOpen(move)}
          >
            {referralActions[move]}
          </Button>
        ))}
      </div>
    </section>
  );
}
