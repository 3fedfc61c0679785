const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** An id from an address: a UUID, or undefined, so that a bent link harms nobody. Its kind is the caller's to know. */
export const idFrom = <Id extends string>(text: string | null | undefined): Id | undefined =>
  // Whether there is such a thing, the API says; here it need only be an id at all.
  UUID.test(text ?? '') ? (text as Id) : undefined;

/** One id of the page's query. */
export const idIn = <Id extends string>(search: string, name: string): Id | undefined =>
  idFrom<Id>(new URLSearchParams(search).get(name));
