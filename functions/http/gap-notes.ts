import type { Deps } from '#functions/commands/deps.ts';
import { noteGap } from '#functions/commands/note-gap.ts';
import { gapNoteMake } from '#shared/api/gap-notes.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

/** The route of the staff function by which link workers say that nothing fitted. */
export function mountGapNotes(app: App, deps: Deps): void {
  mount(app, gapNoteMake, ({ principal, session, body, now }) =>
    noteGap(deps, { principal, mark: session.mark, note: body, at: now }),
  );
}
