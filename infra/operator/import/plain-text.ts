const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  pound: '£',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  bull: '•',
};

function entity(whole: string, name: string): string {
  const code = /^#(x?)([0-9a-f]+)$/i.exec(name);
  if (code === null) return ENTITIES[name.toLowerCase()] ?? whole;
  const point = Number.parseInt(code[2] ?? '', code[1] === '' ? 10 : 16);
  return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}

/** The words of a text that may be HTML: tags and comments gone, entities read, spaces and line ends single. */
export function plainText(given: string): string {
  return given
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(#?\w{1,10});/g, entity)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim();
}

/** At most so many characters, cut after a sentence where that keeps most of it, else after a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const sentence = Math.max(room.lastIndexOf('. '), room.lastIndexOf('! '), room.lastIndexOf('? '));
  if (sentence > most / 2) return room.slice(0, sentence + 1);
  const word = room.lastIndexOf(' ');
  return `${room.slice(0, word > most / 2 ? word : most - 2).replace(/[\s,;:–—-]+$/, '')}…`.replace(
    /[\uD800-\uDBFF]…$/,
    '…',
  );
}
