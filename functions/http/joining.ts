import type { App } from './app.ts';
import { mountConfirmLink } from './confirm-link.ts';
import { mountInviteLink } from './invite-link.ts';
import type { Linked } from './links.ts';

/** The pages behind the two links that let somebody in: a group's first lead, and whoever was invited. Nothing else makes users. */
export function mountJoining(app: App, linked: Linked): void {
  mountConfirmLink(app, linked);
  mountInviteLink(app, linked);
}
