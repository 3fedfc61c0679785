import { knownRoles } from '../lib/known-roles.ts';

/** Lets the Menu button of a phone unfold the links; the style sheet folds them (and leaves them open without script). */
function unfoldable(navigation: Element): void {
  const button = navigation.querySelector('button');
  if (button === null) return;
  const set = (open: boolean) => button.setAttribute('aria-expanded', String(open));
  const isOpen = () => button.getAttribute('aria-expanded') === 'true';
  set(false);
  button.hidden = false;
  button.addEventListener('click', () => set(!isOpen()));
  navigation.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || !isOpen()) return;
    set(false);
    button.focus();
  });
}

const showItem = (link: HTMLElement, isShown: boolean): void => {
  if (link.parentElement !== null) link.parentElement.hidden = !isShown;
};

/** Shows the links of the roles last seen in this browser, in the menu and on the page, and "Sign in" when there are none. */
function showRoleLinks(roles: readonly string[]): void {
  for (const link of document.querySelectorAll<HTMLElement>('[data-roles]')) {
    showItem(
      link,
      (link.dataset['roles'] ?? '').split(' ').some((role) => roles.includes(role)),
    );
  }
  for (const link of document.querySelectorAll<HTMLElement>('[data-signed-out]')) {
    showItem(link, roles.length === 0);
  }
}

showRoleLinks(knownRoles());
// A working page has asked who is signed in.
document.addEventListener('portal-roles', () => showRoleLinks(knownRoles()));
for (const navigation of document.querySelectorAll('.govuk-service-navigation')) unfoldable(navigation);
