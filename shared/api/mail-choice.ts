import * as z from 'zod/mini';
import { MailChoice } from '../model/mail-choice.ts';
import { endpoint } from './endpoint.ts';

const Choice = z.object({ often: MailChoice });

export const mailChoiceRead = endpoint({
  id: 'mail_choice.read',
  method: 'GET',
  path: '/api/mail-choice',
  boundary: 'staff',
  summary: 'How often I hear of referrals I sent',
  roles: ['link_worker', 'lw_manager'],
  reply: Choice,
  rate: 'signed_in',
});

export const mailChoose = endpoint({
  id: 'mail_choice.choose',
  method: 'PUT',
  path: '/api/mail-choice',
  boundary: 'staff',
  summary: 'Choose how often I hear of referrals I sent',
  roles: ['link_worker', 'lw_manager'],
  body: z.strictObject({ often: MailChoice }),
  reply: Choice,
  refusals: ['changed_meanwhile'],
  rate: 'signed_in',
  event: 'mail.chosen',
});
