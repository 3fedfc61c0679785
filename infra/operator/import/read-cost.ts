import type { Service } from '#shared/model/service.ts';
import { type Faults, listOf, type Node, numberOf, textOf } from './node.ts';
import { plainText, shortened } from './plain-text.ts';

const MOST_POUNDS = 1000;
const FREE =
  /^(?:it(?:'|’)?s |it is |this is |all |always )*(?:free\b(?! to (?:members|residents))|no (?:charge|cost|fee)|nothing\b|none\b|£?0(?:\.00)?$)/i;

/** What one price costs, as the directory says it: `Adult £3`; the only price is said in pounds already. */
function inWords(option: Node, { faults, isOnly }: { faults: Faults; isOnly: boolean }): string {
  const amount = isOnly ? null : numberOf(option, 'amount', faults);
  const parts = [
    textOf(option, 'option', faults),
    amount === null || amount === 0 ? null : `£${Number.isInteger(amount) ? amount : amount.toFixed(2)}`,
    textOf(option, 'amount_description', faults),
  ];
  return plainText(parts.filter((part) => part !== null).join(' '));
}

const penceIn = (pounds: number): number | null =>
  pounds >= 0 && pounds <= MOST_POUNDS ? Math.round(pounds * 100) : null;

/** The one price a sentence names; null when it names none or several. */
function priceIn(text: string): number | null {
  const prices = [...text.matchAll(/£\s?(\d{1,4}(?:\.\d{1,2})?)/g)].map(([, pounds]) => Number(pounds));
  const [price] = prices;
  return prices.length === 1 && price !== undefined ? penceIn(price) : null;
}

/**
 * What a first day costs: the dearest of the prices, so that nobody stands at a door with too little; where
 * there are none, what the words about fees plainly say; else null, which is not free.
 */
export function readCost(service: Node, faults: Faults): Service['cost'] {
  const options = listOf(service, 'cost_options', faults);
  const amounts = options.flatMap((option) => numberOf(option, 'amount', faults) ?? []);
  const fees = plainText(
    textOf(service, 'fees', faults) ?? textOf(service, 'fees_description', faults) ?? '',
  );
  const said = options
    .map((option) => inWords(option, { faults, isOnly: options.length === 1 }))
    .filter(Boolean);
  const note = shortened((said.length > 0 ? said : [fees]).join('; '), 120);
  const words = said.length > 0 ? said.join('; ') : fees;
  if (amounts.length > 0)
    return {
      pence: penceIn(Math.max(...amounts)),
      note: amounts.every((one) => one === 0) && FREE.test(note) ? '' : note,
    };
  if (FREE.test(words)) return { pence: 0, note: words.length < 12 ? '' : note };
  return { pence: priceIn(words), note };
}
