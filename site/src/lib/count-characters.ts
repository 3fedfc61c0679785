import { countMessage } from '#shared/text/en/characters.ts';

const PAUSE = 1000;

/** Says how much may still be typed, and aloud once typing pauses, so that nobody is interrupted at each key. */
export function countCharacters({ target }: Event): void {
  if (!(target instanceof HTMLTextAreaElement)) return;
  const { length } = target.value;
  const max = Number(target.dataset['max']);
  const [shown, spoken] = target.parentElement?.querySelectorAll('[data-count]') ?? [];
  target.classList.toggle('govuk-textarea--error', length > max);
  if (shown === undefined || spoken === undefined) return;
  shown.classList.toggle('character-count--over', length > max);
  shown.textContent = countMessage(max, length);
  setTimeout(() => {
    if (target.value.length === length) spoken.textContent = shown.textContent;
  }, PAUSE);
}
