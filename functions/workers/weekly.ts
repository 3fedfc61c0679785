/** Hours between two mails that can wait (decision 16): six and a half days, for the hour of the week wanders. */
export const ONCE_A_WEEK = 156;
