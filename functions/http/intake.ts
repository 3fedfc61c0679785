import type { App } from './app.ts';
import { mountConfirmLink } from './confirm-link.ts';
import { mountInviteLink } from './invite-link.ts';
import type { Linked } from './links.ts';
import { mountOutcomeLink } from './outcome-link.ts';
import { mountRegistering } from './registrations.ts';
import { mountRoomLink } from './room-link.ts';
import { mountSuggesting } from './suggestions.ts';

/** All that people without an account may ask or say, and the pages behind the links in our mails. */
export function mountIntake(app: App, linked: Linked): void {
  mountSuggesting(app, linked.deps);
  mountRegistering(app, linked);
  mountConfirmLink(app, linked);
  mountRoomLink(app, linked);
  mountOutcomeLink(app, linked);
  mountInviteLink(app, linked);
}
