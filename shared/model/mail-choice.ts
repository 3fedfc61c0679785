import * as z from 'zod/mini';

/** How often a link worker hears of what can wait; what cannot comes at once either way (design decision 16). */
export const MailChoice = z.enum(['instant', 'daily'], 'Choose how often');
export type MailChoice = z.infer<typeof MailChoice>;
