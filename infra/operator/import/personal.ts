/** Mailboxes that belong to a post or a group, never to somebody by name. */
const POSTS =
  'info|hello|hi|contact|contactus|enquiries|enquiry|inquiries|admin|administrator|office|mail|email|post|team|support|help|helpline|advice|referrals|referral|reception|bookings|booking|general|secretary|treasurer|chair|membership|volunteering|volunteers|volunteer|centre|community|customerservices|services|service|group|club|society|events|outreach|wellbeing|carers|main';
const POST = new RegExp(`^(?:${POSTS})\\d{0,3}$`);

const EMAIL = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g;
/** British mobile numbers, however they are spaced. */
const MOBILE = /(?:\+44\s?\(?0?\)?\s?|\b0)7(?:[\s.-]?\d){9}\b/g;

/**
 * An email address of a post (info@…), in lower case; null for one that may be somebody's own. A directory
 * lists volunteers under their own address, and they never agreed to stand here.
 */
export function postAddress(given: string | null): string | null {
  const address =
    given
      ?.replace(/^mailto:/i, '')
      .trim()
      .toLowerCase() ?? '';
  const [name = '', domain = '', more] = address.split('@');
  const sound = more === undefined && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) && address.length <= 120;
  return sound && POST.test(name.replace(/[._-]/g, '')) ? address : null;
}

/**
 * A landline or service number, spaced as it came; null for a mobile, which is usually a volunteer's own,
 * and for what is no British number.
 */
export function groupNumber(given: string | null): string | null {
  const typed = given?.replace(/^tel:/i, '').replace(/\s+/g, ' ').trim() ?? '';
  const digits = typed.replace(/^\+44\s?(\(0\))?/, '0').replace(/[^\d]/g, '');
  const isNumber = /^0[1-389]\d{8,9}$/.test(digits) && /^[+\d\s().-]+$/.test(typed) && typed.length <= 30;
  return isNumber ? typed : null;
}

/** A text without mobile numbers and people's own addresses, and how many were left out. */
export function withoutPersonal(text: string): { text: string; leftOut: number } {
  let leftOut = 0;
  const gone = () => {
    leftOut += 1;
    return '(left out)';
  };
  const plain = text
    .replace(EMAIL, (address) => (postAddress(address) === null ? gone() : address))
    .replace(MOBILE, gone);
  return { text: plain, leftOut };
}
