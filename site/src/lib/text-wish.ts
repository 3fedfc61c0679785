/** Whether the person of the referral just sent may be sent texts: for this tab alone, by the referral's id. */
const KEY = 'portal-text-wish';

/** Remembers it for the page after sending. */
export function rememberTextWish(referralId: string, isTextless: boolean): void {
  sessionStorage.setItem(KEY, `${referralId} ${isTextless ? 'none' : 'may'}`);
}

/** `unknown` for any referral but the last one sent from this tab: their wish is sealed with their details. */
export function textWishOf(referralId: string): 'may' | 'none' | 'unknown' {
  const [id, wish] = (sessionStorage.getItem(KEY) ?? '').split(' ');
  if (id !== referralId) return 'unknown';
  return wish === 'may' ? 'may' : 'none';
}
