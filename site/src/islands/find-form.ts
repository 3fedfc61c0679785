import { postcode as words } from '#shared/text/en/postcode.ts';
import { findPlace, type ReadShard } from '../lib/find-place.ts';

/*
 * Makes a search form (`form[data-find]`, method POST, a field `postcode`) look the postcode up here, so
 * that only a map square is sent. `data-cell` and `data-near` on the form say where the page already
 * searches: leaving the field empty, or as that district, keeps the place. Without this script the form
 * posts, and the server answers with the same square or the same sentence.
 */
const readShard: ReadShard = async (outcode) => {
  const response = await fetch(`/api/postcodes/${outcode}.json`);
  if (response.status >= 500) throw new Error('The postcode file did not come');
  return response.ok ? response.json() : undefined;
};

/** Fields that say where: the square found here stands in their place. */
const PLACE = new Set(['postcode', 'cell', 'near']);

/** The address of the results: every answer but the postcode, and the square in its place. */
function resultsAddress(form: HTMLFormElement, place: { cell: string; near: string } | undefined): string {
  const query = new URLSearchParams(place);
  for (const [name, value] of new FormData(form)) {
    if (!PLACE.has(name) && typeof value === 'string' && value.trim() !== '')
      query.append(name, value.trim());
  }
  return `/find?${query}`;
}

const ERROR_ID = 'postcode-error';

function clearProblem(input: HTMLInputElement): void {
  document.getElementById(ERROR_ID)?.remove();
  input.classList.remove('govuk-input--error');
  input.closest('.govuk-form-group')?.classList.remove('govuk-form-group--error');
  input.setAttribute(
    'aria-describedby',
    (input.getAttribute('aria-describedby') ?? '').replace(ERROR_ID, '').trim(),
  );
  if (document.title.startsWith(words.errorPrefix))
    document.title = document.title.slice(words.errorPrefix.length);
}

/** Says at the field what to do, keeps what was typed, and moves the focus there. */
function showProblem(input: HTMLInputElement, problem: string): void {
  const message = document.createElement('p');
  message.id = ERROR_ID;
  message.className = 'govuk-error-message';
  const spoken = document.createElement('span');
  spoken.className = 'govuk-visually-hidden';
  spoken.textContent = 'Error: ';
  message.append(spoken, problem);
  input.before(message);
  input.classList.add('govuk-input--error');
  input.closest('.govuk-form-group')?.classList.add('govuk-form-group--error');
  input.setAttribute(
    'aria-describedby',
    `${input.getAttribute('aria-describedby') ?? ''} ${ERROR_ID}`.trim(),
  );
  document.title = words.errorPrefix + document.title;
  input.focus();
}

/** The place the page already searches from, when the field still says so. */
function keptPlace(form: HTMLFormElement, typed: string) {
  const { cell, near } = form.dataset;
  if (cell === undefined || near === undefined) return undefined;
  return typed === '' || typed.toUpperCase() === near ? { cell, near } : undefined;
}

async function search(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  clearProblem(input);
  const typed = input.value.trim();
  const kept = keptPlace(form, typed);
  if (kept !== undefined || typed === '') return window.location.assign(resultsAddress(form, kept));
  const place = await findPlace(typed, readShard);
  if ('problem' in place) return showProblem(input, place.problem);
  window.location.assign(resultsAddress(form, place));
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-find]')) {
  const input = form.querySelector<HTMLInputElement>('input[name="postcode"]');
  if (input === null) continue;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search(form, input);
  });
}
