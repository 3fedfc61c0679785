import type { App } from './app.ts';
import type { Linked } from './links.ts';
import { mountOutcomeLink } from './outcome-link.ts';
import { mountRegistering } from './registrations.ts';
import { mountRoomLink } from './room-link.ts';
import { mountSuggesting } from './suggestions.ts';

/** All that people without an account may ask or say, and the pages behind links that say one thing. It can make nobody a user. */
export function mountIntake(app: App, linked: Linked): void {
  mountSuggesting(app, linked.deps);
  mountRegistering(app, linked);
  mountRoomLink(app, linked);
  mountOutcomeLink(app, linked);
}
