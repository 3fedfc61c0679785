import type { Endpoint } from '#shared/api/endpoint.ts';
import { allAnswers } from '#test/support/safeguarding-answers.ts';
import type { Made } from './made.ts';
import { TYPED, type Typed } from './typed-fields.ts';

/** Words that are typed in one field of the whole run and nowhere else. */
export type Canary = { field: string; typed: string };

const FIELDS = Object.keys(TYPED);
/** Real postcodes at which nothing of the demonstration happens. */
const POSTCODES = ['M14 4HE', 'M14 5QD', 'M14 6HT', 'M14 6QN', 'M14 7PQ'];
const BY_POSTCODE = FIELDS.filter((field) => TYPED[field]?.as === 'postcode');

const EXCHANGE = '01632 960';
/** With this every canary of letters begins. */
const STEM = 'Qzkvxmowt';
const letters = (index: number) =>
  [Math.floor(index / 26), index % 26].map((at) => String.fromCharCode(97 + at)).join('');
const word = (field: string) => `${STEM}${letters(FIELDS.indexOf(field))}w`;

const TYPES: Readonly<Record<Typed['as'], (field: string) => string>> = {
  words: word,
  phone: (field) => `${EXCHANGE}${100 + FIELDS.indexOf(field)}`,
  email: (field) => `${word(field).toLowerCase()}@canary.example`,
  web: (field) => `https://${word(field).toLowerCase()}.example/fund`,
  postcode: (field) => POSTCODES[BY_POSTCODE.indexOf(field)] ?? 'none left: add a postcode',
};

/** What is typed in a field. */
export const canaryOf = (field: string): string => TYPES[TYPED[field]?.as ?? 'words'](field);

/** With one of these every canary begins, which makes them quick to look for in much text. */
export const STEMS = [STEM, EXCHANGE, ...POSTCODES];

/** A criterion of a fund, and all that a group can answer, so that every field is there to be typed in. */
const CRITERION = {
  id: 'started',
  rule: { kind: 'running_for', months: 12, startUpsWithHelp: true },
  text: '',
  quoteUrl: null,
  necessity: 'prefer',
  fixable: 'no',
  appliesWhen: null,
};
const FULLER: Readonly<Record<string, object>> = {
  'grant.add': { criteria: [CRITERION], status: 'published' },
  'grant.change': { grant: { criteria: [CRITERION] } },
  'safeguarding.answer': allAnswers(new Date().toISOString()),
  'service.change': { place: { masked: false } },
};

type Steps = readonly string[];
const stepsOf = (path: string): Steps =>
  path === '' ? ['csp-report', 'document-uri'] : path.replaceAll('[]', '.0').split('.');

/** A value with something else at one place, whatever was there; what is missing on the way is made. */
function withAt(value: unknown, [step, ...rest]: Steps, change: (there: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  if (Array.isArray(value) || (step === '0' && typeof value !== 'object')) {
    const [first, ...others] = Array.isArray(value) ? value : [];
    return [withAt(first, rest, change), ...others];
  }
  if (step === '0') return [withAt(undefined, rest, change)];
  const fields: Record<string, unknown> = { ...Object(value) };
  return { ...fields, [step]: withAt(fields[step], rest, change) };
}

const merged = (value: unknown, more: object): unknown =>
  Object.entries(more).reduce<unknown>(
    (body, [key, part]) =>
      withAt(body, [key], (there) =>
        typeof part === 'object' && part !== null && !Array.isArray(part) ? merged(there, part) : part,
      ),
    value,
  );

/** What is typed in the fields of one request, in groups: those that stand together, and each that needs its own. */
export function groupsOf({ id }: Endpoint): Canary[][] {
  const own = FIELDS.filter((field) => field.startsWith(`${id} `));
  const together = own.filter((field) => TYPED[field]?.alone !== true);
  const alone = own.filter((field) => TYPED[field]?.alone === true);
  const canary = (field: string): Canary => ({ field, typed: canaryOf(field) });
  return [together.map(canary), ...alone.map((field) => [canary(field)])];
}

/** A request in which canaries stand wherever somebody types. */
export function planted(made: Made, { id }: Endpoint, canaries: readonly Canary[]): Made {
  return canaries.reduce(
    (request, { field, typed }) => plant(request, field.slice(id.length + 1), { typed, field }),
    canaries.length === 0 ? made : fuller(made, id),
  );
}

const fuller = (made: Made, id: string): Made => {
  const more = FULLER[id];
  return more === undefined ? made : { ...made, body: merged(made.body, more) };
};

function plant(made: Made, path: string, { typed, field }: Canary): Made {
  if (path.startsWith('?')) {
    const sign = made.path.includes('?') ? '&' : '?';
    return { ...made, path: `${made.path}${sign}${path.slice(1)}=${encodeURIComponent(typed)}` };
  }
  if (made.form !== undefined) return { ...made, form: { ...made.form, [path]: typed } };
  const steps = stepsOf(path);
  const around = TYPED[field]?.instead;
  const body =
    around === undefined ? made.body : withAt(made.body, steps.slice(0, -1), () => ({ ...around }));
  return { ...made, body: withAt(body, steps, () => typed) };
}
