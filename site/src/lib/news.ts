/** What was just done on another page, told once on the page that follows. Words only, never anybody's answer. */
const KEY = 'portal-news';

/** Leaves the words for the next page and goes there. */
export function goWithNews(href: string, words: string): void {
  sessionStorage.setItem(KEY, words);
  window.location.assign(href);
}

let taken: string | undefined;

/** Takes the words that were left, if any; this page goes on showing them until it is left. */
export function takeNews(): string | undefined {
  const left = sessionStorage.getItem(KEY);
  if (left !== null) {
    sessionStorage.removeItem(KEY);
    taken = left;
  }
  return taken;
}
