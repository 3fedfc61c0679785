const characters = (count: number) => `${count} ${count === 1 ? 'character' : 'characters'}`;

/** The sentence under the box: the bound before typing, then what is left or too much. */
export function countMessage(max: number, typed: number | undefined): string {
  if (typed === undefined) return `You can enter up to ${characters(max)}`;
  if (typed <= max) return `You have ${characters(max - typed)} remaining`;
  return `You have ${characters(typed - max)} too many`;
}
