import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Move, movesOf } from '../../lib/moves.ts';
import { MoveForm } from './move-form.tsx';
import type { MoveProps } from './move-props.ts';
import { MoveButtons } from './page.drawn.tsx';

type MovesProps = Omit<MoveProps, 'onDone' | 'onCancel'> & { onDone: (move: Move) => void };

/** These never stand out. */
const QUIET: ReadonlySet<Move | undefined> = new Set<Move>(['withdraw', 'hand_back']);

/** The moves the viewer may make now; each opens its own form in place, one at a time. */
export function Moves({ view, call, onDone, onLost }: MovesProps) {
  const [open, setOpen] = useState<Move | undefined>(undefined);
  const moves = movesOf(view.actions);
  const place = useRef<HTMLDivElement>(null);
  const left = useRef<Move | undefined>(undefined);
  // Whoever leaves a form without sending it is where they opened it.
  useLayoutEffect(() => {
    place.current?.querySelector<HTMLElement>(`[name="${left.current}"]`)?.focus();
    left.current = undefined;
  }, [open]);
  if (open !== undefined && moves.includes(open)) {
    return (
      <MoveForm
        key={open}
        move={open}
        view={view}
        call={call}
        onLost={onLost}
        onCancel={() => {
          left.current = open;
          setOpen(undefined);
        }}
        onDone={() => {
          setOpen(undefined);
          onDone(open);
        }}
      />
    );
  }
  const onClick = ({ target }: Event) => {
    if (target instanceof HTMLButtonElement) setOpen(moves.find((move) => move === target.name));
  };
  const first = moves.slice(0, QUIET.has(moves[0]) ? 0 : 1);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the buttons inside are what is pressed
    <div ref={place} onClick={onClick}>
      <MoveButtons first={first[0]} later={moves.slice(first.length)} isNone={moves.length === 0} />
    </div>
  );
}
