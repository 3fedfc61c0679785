import * as z from 'zod/mini';
import { MailChoice } from '../model/mail-choice.ts';
import { endpoint } from './endpoint.ts';

const Choice = z.object({ often: MailChoice });
const OF_SENDERS = { path: '/api/mail-choice', boundary: 'staff', rate: 'signed_in' } as const;

export const mailChoiceRead = endpoint({
  ...OF_SENDERS,
  id: 'mail_choice.read',
  method: 'GET',
  summary: 'How often I hear of referrals I sent',
  roles: ['link_worker', 'lw_manager'],
  reply: Choice,
});

export const mailChoose = endpoint({
  ...OF_SENDERS,
  id: 'mail_choice.choose',
  method: 'PUT',
  summary: 'Choose how often I hear of referrals I sent',
  roles: ['link_worker', 'lw_manager'],
  body: z.strictObject({ often: MailChoice }),
  reply: Choice,
  refusals: ['changed_meanwhile'],
  event: 'mail.chosen',
});
