export type Mail = {
  id: string;
  /** ISO instant by the shared clock. */
  at: string;
  /** The function that sent it. */
  caller: string;
  from: string;
  to: string[];
  replyTo: string[];
  subject: string;
  text: string;
  html: string | undefined;
  headers: { name: string; value: string }[];
};

/** The mailbox: every mail a function sent, newest last. */
export type MailStore = {
  list(): readonly Mail[];
  find(id: string): Mail | undefined;
  clear(): void;
};
