import type { ReferralRequest } from '#shared/api/referrals.ts';
import { date } from '#shared/text/en/format.ts';
import type { Answers } from './check.drawn.tsx';

const wordsOf = (form: ParentNode, selector: string): string =>
  [...form.querySelectorAll<HTMLInputElement | HTMLOptionElement>(selector)]
    .map((choice) => (choice instanceof HTMLOptionElement ? choice : choice.labels?.[0])?.textContent ?? '')
    .join(', ');

/** One tick answers how, who and when; else the three answers in a row. */
const agreed = (form: ParentNode, { agreement }: ReferralRequest): string =>
  wordsOf(form, '[name=agreed]:checked') ||
  `${wordsOf(form, '[name=givenBy]:checked')}, ${wordsOf(form, '[name=how]:checked').toLowerCase()}, ${date(agreement.agreedOn)}`;

/** The answers as they will be sent, in the words of the form in which they were chosen. */
export function answersOf(given: ReferralRequest, form: ParentNode): Answers {
  const ticked = (name: string): string => wordsOf(form, `[name=${name}]:checked`);
  const { person } = given;
  const { channel } = person;
  const reached = channel.kind === 'phone' ? channel.phone : channel.kind === 'email' ? channel.email : '';
  return {
    needs: ticked('needs'),
    ward: given.wardName,
    name: person.preferredName,
    channel: [ticked('channel'), reached].filter(Boolean).join(': '),
    safe: ticked('safeContact'),
    agreement: agreed(form, given),
    origin: wordsOf(form, '[name=origin] option:checked'),
    wouldLike: given.wouldLike,
    access: ticked('accessNeeds'),
    times: ticked('times'),
    surname: person.surname,
    safeNote: person.safeContactNote,
    label: given.label,
  };
}
