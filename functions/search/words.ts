/** Words too common to tell one group from another. */
const STOP = new Set(
  (
    'a an and are as at be but by can come do for from get have here i if in is it its me my near of on or our ' +
    'so some that the their them there they this to up us was we what when where who will with you your ' +
    'group groups club people person someone somebody help activity activities local community'
  ).split(' '),
);

/** What people type and what groups write for the same thing; each line is one meaning. */
const MEANINGS = [
  'lonely loneliness alone isolated company companion friend befriending friendly chat talk social',
  'debt money bill benefit budget cost arrears rent finance pension',
  'house housing home landlord tenancy damp homeless',
  'walk walking stroll ramble health-walk footpath',
  'sing singing choir song voice music',
  'garden gardening allotment grow growing plant seed',
  'exercise fitness active movement moving sport gym stretch yoga swim football',
  'computer internet online digital phone tablet laptop screen email website',
  'grief bereavement bereaved loss died death mourning widow',
  'carer caring care-for respite',
  'food meal lunch dinner supper eat eating soup hungry pantry foodbank',
  'cook cooking kitchen recipe baking bake',
  'job work employment cv career',
  'english esol language conversation reading literacy',
  'art arts craft paint painting draw drawing sew sewing knit knitting clay textile',
  'lgbt lgbtq gay lesbian trans queer rainbow',
  'violence abuse harm safe safety',
  'volunteer volunteering helper',
  'maths numeracy numbers',
  'faith religion church mosque temple',
];

/** The root of a word, cut lightly: enough for plurals and -ing, not so much that meanings meet. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const cut = word
    .replace(/(ies)$/, 'y')
    .replace(/(ing|ers|ed|er|es|s)$/, '')
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/e$/, '');
  return cut.length >= 3 ? cut : word;
}

/** The words of a text in the order they stand: lower case, no accents, no common words. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !STOP.has(word));
}

const SAME = new Map<string, Set<string>>();
for (const line of MEANINGS) {
  const stems = line.split(/[ -]/).map(stem);
  for (const one of stems) SAME.set(one, new Set([...(SAME.get(one) ?? []), ...stems]));
}

/** The stems of a text as a listing keeps them: each once, a space before each. */
export function stemmed(text: string, most = 80): string {
  const stems = [...new Set(wordsOf(text).map(stem))].slice(0, most);
  return stems.length === 0 ? '' : ` ${stems.join(' ')}`;
}

/** A word somebody typed with what else counts as a match for it: ` walk`, ` stroll` … */
export type Asked = { typed: string; own: string; alternatives: readonly string[] };

/** What somebody typed, word by word. Each must be found in a listing, as itself or as another word for it. */
export function askedWords(typed: string): Asked[] {
  return [...new Set(wordsOf(typed))].slice(0, 12).map((word) => {
    const root = stem(word);
    return {
      typed: word,
      own: ` ${root}`,
      alternatives: [...(SAME.get(root) ?? [])].filter((other) => other !== root).map((other) => ` ${other}`),
    };
  });
}

/** Whether one of the words somebody typed is in a listing's words: from the start of a word for its own. */
export function isFound({ own, alternatives }: Asked, words: string): boolean {
  return words.includes(own) || alternatives.some((other) => `${words} `.includes(`${other} `));
}
