import * as z from 'zod/mini';
import { endpoint, Nothing } from './endpoint.ts';
import { LinkPath } from './links.ts';

const text = (max: number, empty: string) =>
  z.string(empty).check(z.trim(), z.minLength(1, empty), z.maxLength(max, `Use ${max} characters or fewer`));

/** The three answers and an address to confirm by. `more` is for machines: people do not see it and leave it empty. */
export const RegistrationRequest = z.strictObject({
  name: text(120, 'Enter the name of the group'),
  happens: text(600, 'Say what happens there'),
  when: text(200, 'Say when and where it happens'),
  postcode: text(12, 'Enter the postcode of the place, like M14 5RL'),
  email: z
    .string('Enter your email address')
    .check(
      z.trim(),
      z.maxLength(254, 'Use 254 characters or fewer'),
      z.email('Enter an email address like name@example.org'),
    ),
  more: z.optional(z.string().check(z.maxLength(200))),
  /** What the page was given when it was shown: when, signed. */
  form: text(200, 'Open the page again and enter your group there'),
});
export type RegistrationRequest = z.infer<typeof RegistrationRequest>;

export const registrationPage = endpoint({
  id: 'registration.page',
  method: 'GET',
  path: '/register',
  boundary: 'intake',
  kind: 'page',
  summary: 'The page on which a group asks to be listed: three answers and an email address',
  roles: 'anyone',
  reply: Nothing,
  rate: 'public',
});

export const registrationForm = endpoint({
  id: 'registration.form',
  method: 'POST',
  path: '/register',
  boundary: 'intake',
  kind: 'page',
  summary: 'Ask for a group to be listed, by a plain form without script',
  roles: 'anyone',
  body: RegistrationRequest,
  reply: Nothing,
  refusals: ['key_reused'],
  rate: 'public',
  event: 'organization.registered',
});

/** The answer is the same whether the address or the group is known or not. */
export const registrationCreate = endpoint({
  id: 'registration.create',
  method: 'POST',
  path: '/api/registrations',
  boundary: 'intake',
  status: 202,
  summary: 'Ask for a group to be listed; a link to confirm goes to the email address',
  roles: 'anyone',
  body: RegistrationRequest,
  reply: z.object({ received: z.literal(true) }),
  refusals: ['key_reused'],
  rate: 'public',
  event: 'organization.registered',
});

/** Reading the page changes nothing, however often a mail scanner follows the link. */
export const confirmPage = endpoint({
  id: 'confirm.page',
  method: 'GET',
  path: '/confirm/{token}',
  boundary: 'joining',
  kind: 'page',
  summary: 'The page of a mailed link: confirm that a group is to be listed',
  roles: 'anyone',
  params: LinkPath,
  reply: Nothing,
  refusals: ['not_found'],
  rate: 'public',
});

export const ConfirmPress = z.strictObject({ name: text(80, 'Enter your name') });
export type ConfirmPress = z.infer<typeof ConfirmPress>;

export const confirmPress = endpoint({
  id: 'confirm.press',
  method: 'POST',
  path: '/confirm/{token}',
  boundary: 'joining',
  kind: 'page',
  summary: 'Confirm by a mailed link that a group is to be listed; whoever does may sign in as its lead',
  roles: 'anyone',
  params: LinkPath,
  body: ConfirmPress,
  reply: Nothing,
  refusals: ['not_found', 'changed_meanwhile'],
  rate: 'public',
  event: 'organization.confirmed',
});
