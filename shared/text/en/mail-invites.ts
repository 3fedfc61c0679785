import { mail } from './mail.ts';

/** To somebody who has been asked to take a role: where, as what, and the link. Nothing about anybody else. */
export const inviteMail = ({ where, as, link }: { where: string; as: string; link: string }) =>
  mail(`You are invited to ${where}`, [
    `You have been asked to join ${where} as ${as} in the VCSE partner portal.`,
    `Press this link to say yes:\n${link}`,
    'The link works once, for two days. If you do not want to, do nothing.',
  ]);
