import * as z from 'zod/mini';

/** One or several council areas served by a deployment under one set of settings, e.g. `manchester`. */
export const AreaId = z
  .string()
  .check(z.regex(/^[a-z][a-z-]{1,30}$/, 'Use the short name of an area'))
  .brand<'Area'>();
export type AreaId = z.infer<typeof AreaId>;

/** An ONS council (LAD) code, e.g. E08000003. */
export const CouncilCode = z.string().check(z.regex(/^[ENSW]\d{8}$/, 'Use a nine character council code'));
/** An ONS ward code, e.g. E05011376. */
export const WardCode = z.string().check(z.regex(/^[ENSW]\d{8}$/, 'Use a nine character ward code'));

const phone = z
  .string()
  .check(z.minLength(3, 'Enter a phone number'), z.maxLength(30, 'Enter a shorter phone number'));

/** The settings of one area: one versioned item. Numbers are shown on stop panels and hand-back screens. */
export const AreaSettings = z.strictObject({
  area: AreaId,
  name: z.string(),
  nation: z.enum(['england', 'wales', 'scotland', 'northern_ireland']),
  timeZone: z.literal('Europe/London'),
  councils: z.array(
    z.strictObject({
      code: CouncilCode,
      name: z.string(),
      adultSocialCare: phone,
      outOfHours: phone,
      crisis: phone,
    }),
  ),
  coordinator: z.strictObject({ name: z.string(), phone, email: z.email() }),
  mailFrom: z.email(),
});
export type AreaSettings = z.infer<typeof AreaSettings>;
