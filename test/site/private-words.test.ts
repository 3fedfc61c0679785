import { describe, expect, it } from 'vitest';
import { isNhsNumber, type PrivateKind, privateWords } from '../../site/src/lib/private-words.ts';

/** Sentences people write around a detail; `@` stands for it. */
const AROUND = [
  '@',
  'Ring her on @ after six',
  'you can reach him at @.',
  'Daughter (@) would like to know',
  'Likes gardening. Contact: @',
  'tea, cake, @, singing',
];

/** A made-up NHS number with a right check digit, from any nine digits; undefined where none exists. */
function nhsNumber(seed: number): string | undefined {
  const nine = String(400_000_000 + seed * 7_919);
  return Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find(isNhsNumber);
}
const spaced = (ten: string, gap: string) => [ten.slice(0, 3), ten.slice(3, 6), ten.slice(6)].join(gap);

const PHONES = [
  '07700 900123',
  '07700900123',
  '07700-900-123',
  '07700.900.123',
  '(07700) 900123',
  '0161 496 0123',
  '0161 4960123',
  '(0161) 496 0123',
  '01743 960 012',
  '0800 157 0101',
  '+44 7700 900123',
  '+447700900123',
  '+44 (0)161 496 0123',
  '0044 7700 900123',
  '020 7946 0123',
  '07700  900  123',
  '+44-7700-900123',
];
const EMAILS = [
  'name@example.com',
  'First.Last@demo.example',
  'a_b+c@mail.example.org',
  'NAME@EXAMPLE.CO.UK',
  'n@x.io',
  'someone (at) example.com',
  'someone [at] example.org',
];
const POSTCODES = ['M14 5RL', 'm14 5rl', 'M145RL', 'SY1 2AB', 'sy1  2ab', 'EC1A 1BB', 'W1A 0AX', 'M1 1AE'];
const BIRTHS = [
  'DOB 12/03/1951',
  'd.o.b. 3.4.48',
  'date of birth: 12 03 1951',
  'born on 3 April 1948',
  'born 12/03/1951',
  'birthday 4 May',
  '12/03/1951',
  '03-04-1948',
  '1st of May 1950',
  '12 March 1951',
  '12 mar 2009',
];
const NUMBERS = Array.from({ length: 12 }, (_, seed) => nhsNumber(seed)).filter((one) => one !== undefined);
const NHS = NUMBERS.flatMap((ten) => [ten, spaced(ten, ' '), spaced(ten, '-')]);

const positives: [PrivateKind, string][] = (
  [
    ['phone', PHONES],
    ['email', EMAILS],
    ['postcode', POSTCODES],
    ['birth_date', BIRTHS],
    ['nhs_number', NHS],
  ] as const
).flatMap(([kind, details]) =>
  details.flatMap((detail) =>
    AROUND.map((words): [PrivateKind, string] => [kind, words.replace('@', detail)]),
  ),
);

const PLAIN = [
  'A cup of tea with others',
  'Likes walking and singing',
  'Can come on Tuesdays at 2pm',
  'Lives near the 42 bus',
  'Would like to lose 2 stone',
  'Has 3 grandchildren',
  'Used to run a shop in 1985',
  'Group meets 10.30 to 12.00',
  'Costs £2.50 a week',
  'Any time after 14:30',
  'Room 101 is fine',
  'Walks 5,000 steps a day',
  'Loves the 1960s',
  'From 1 to 3 each Friday',
  'Second floor, no lift',
  'CW',
  'Case 48213',
  'SP-2026-0142',
  'Ref 123456',
  'Came 12 times',
  'Started 3 weeks ago',
  'Next free day is 12 January',
  'Holiday until 4 May',
  'Bus 192 or 201',
  'M60 is close',
  'A6 traffic',
  'Needs a size 12 shoe',
  'Met 20 new people',
  'Scored 120 out of 150',
  'Has been 100 times',
  'Wants to learn Word 2019',
  'Prefers mornings, 9 to 11',
  'Two or three times a month',
  'Born in Manchester',
  'Her birthday is soon',
  'At home alone',
  'Paid 1,200,000 once',
  'Order 12345678',
  'Platform 9 at 10.15',
  'Meets at 7 @ the hall',
];
const ENDS = [
  '',
  '.',
  ' and nothing else',
  ', please ask',
  ' (see notes)',
  '; thank you',
  '!',
  ' - often',
  ' this year',
  ' again',
  ' too',
  '?',
  ' perhaps',
];
const negatives = PLAIN.flatMap((text) => ENDS.map((end) => text + end));

describe('details of a person in free text', () => {
  it('are found in at least 98 of 100 texts that hold one, under the right name', () => {
    expect(positives.length).toBeGreaterThanOrEqual(450);
    const missed = positives.filter(([kind, text]) => !privateWords(text).includes(kind));
    expect(missed.slice(0, 10)).toEqual([]);
    expect(1 - missed.length / positives.length).toBeGreaterThanOrEqual(0.98);
  });

  it('are not seen in at least 98 of 100 texts that hold none', () => {
    expect(negatives.length).toBeGreaterThanOrEqual(500);
    const wrong = negatives.filter((text) => privateWords(text).length > 0);
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(1 - wrong.length / negatives.length).toBeGreaterThanOrEqual(0.98);
  });

  it('are told apart: a ten digit number is an NHS number only with the right check digit', () => {
    expect(NUMBERS.length).toBeGreaterThan(8);
    for (const number of NUMBERS) {
      expect(isNhsNumber(number)).toBe(true);
      const wrong = number.slice(0, 9) + ((Number(number[9]) + 1) % 10);
      expect(isNhsNumber(wrong)).toBe(false);
    }
  });

  it('are named once each, in a fixed order', () => {
    expect(privateWords('a@b.org, 07700 900123, c@d.org, M14 5RL')).toEqual(['phone', 'email', 'postcode']);
  });
});
