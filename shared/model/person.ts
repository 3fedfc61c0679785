import * as z from 'zod/mini';

const line = (max: number, empty: string) =>
  z.string().check(z.trim(), z.minLength(1, empty), z.maxLength(max, `Use ${max} characters or fewer`));

/** How the person asked to be reached. One channel, no more. */
export const ContactChannel = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('phone'),
      phone: z
        .string()
        .check(z.trim(), z.regex(/^\+?[\d\s().-]{9,20}$/, 'Enter a phone number, like 07700 900123')),
    }),
    z.strictObject({
      kind: z.literal('email'),
      email: z.email('Enter an email address, like name@example.com'),
    }),
    z.strictObject({ kind: z.literal('through_link_worker') }),
  ],
  'Choose how the person wants to be reached',
);
export type ContactChannel = z.infer<typeof ContactChannel>;

/** What makes contact safe; shown above the number and acknowledged before the number appears. */
export const SafeContact = z.enum([
  'no_voicemail',
  'no_text',
  'do_not_say_who',
  'daytime_only',
  'speak_to_carer_first',
]);
export type SafeContact = z.infer<typeof SafeContact>;

/**
 * Who a referred person is: the only record of it in the portal. Lives sealed in the people table,
 * twice at most, and is opened only by an audited reveal. Never in a mail, URL, log, metric or stream.
 */
export const PersonDetails = z.strictObject({
  preferredName: line(60, 'Enter the name the person likes to be called'),
  surname: z.nullable(line(60, 'Enter the surname or leave it out')),
  channel: ContactChannel,
  safeContact: z.array(SafeContact).check(z.maxLength(5)),
  safeContactNote: z.nullable(line(200, 'Write the note or leave it out')),
});
export type PersonDetails = z.infer<typeof PersonDetails>;
