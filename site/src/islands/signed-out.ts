import { site } from '#shared/text/en/site.ts';

// Why a sign-in did not work stands in the address by its code; the page holds the words for each.
const code = new URLSearchParams(location.search).get('problem');
const words = [...document.querySelectorAll<HTMLTemplateElement>('template[data-problem]')].find(
  ({ dataset }) => dataset['problem'] === code,
);
const place = document.querySelector('#signed-out');
if (words !== undefined && place !== null) {
  place.replaceChildren(words.content.cloneNode(true));
  const title = place.querySelector('h1');
  document.title = site.titleOf(title?.textContent?.trim() ?? '');
  title?.focus();
}
