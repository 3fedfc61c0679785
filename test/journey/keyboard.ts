import type { Page } from 'playwright-core';

/** What has the focus, as a person who hears it would know it: its label or its own words. */
const FOCUSED = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return { name: '', role: 'none', checked: false };
  const named = it.getAttribute('aria-label') ?? [...(it.labels ?? [])].map((label) => label.innerText).join(' ');
  const legend = it.closest('fieldset')?.querySelector('legend')?.innerText ?? '';
  return { name: (named || it.innerText || '').trim(), legend: legend.trim(), role: it.type ?? it.tagName, checked: it.checked === true };
})()`;
type Focused = { name: string; legend: string; role: string; checked: boolean };

const focused = (page: Page): Promise<Focused> => page.evaluate(FOCUSED);

/** Presses Tab until what is wanted has the focus; fails when a round of the page does not reach it. */
export async function tabTo(page: Page, wanted: (now: Focused) => boolean, what: string): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < 160; press += 1) {
    const now = await focused(page);
    if (wanted(now)) return;
    passed.push(now.name);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${what}; it passed ${[...new Set(passed)].slice(-30).join(' | ')}`);
}

/** The words themselves, with whatever stands below them, or what they are about for those who hear them. */
const isSaid = (name: string, said: string) =>
  said === name || said.startsWith(`${name}\n`) || said.startsWith(`${name} (`);
const is = (name: string) => (now: Focused) => isSaid(name, now.name);

/** A part of the page that has the focus so that it is read out begins with its first link's words. */
const isPressed = ({ role }: Focused): boolean => role !== 'DIV' && role !== 'H1';

/** Goes to a link or button and presses it. */
export async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, (now) => isPressed(now) && is(name)(now), name);
  await page.keyboard.press('Enter');
}

/** Goes to the first link or button whose words fit and presses it. */
export async function pressLike(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, (now) => name.test(now.name), String(name));
  await page.keyboard.press('Enter');
}

/** Goes to a box and types. */
export async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, is(name), name);
  await page.keyboard.type(text);
}

/** Goes to a tick box and ticks it with the space bar, unless it is ticked. */
export async function tick(page: Page, name: string): Promise<void> {
  await tabTo(page, (now) => now.role === 'checkbox' && is(name)(now), name);
  if (!(await focused(page)).checked) await page.keyboard.press('Space');
}

/** Goes to a question with one answer and moves to it with the arrow keys. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  await tabTo(page, (now) => now.role === 'radio' && isSaid(question, now.legend), question);
  for (let move = 0; move < 20; move += 1) {
    const now = await focused(page);
    if (now.name === answer || now.name.startsWith(`${answer}\n`)) {
      if (!now.checked) await page.keyboard.press('Space');
      if ((await focused(page)).checked) return;
      throw new Error(`${answer} had the focus, and the space bar did not choose it`);
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow keys never reached ${answer}`);
}

/** Goes to a list and chooses by typing the beginning of an option. */
export async function select(page: Page, name: string, option: string): Promise<void> {
  await tabTo(page, (now) => now.role.startsWith('select') && now.name.startsWith(name), name);
  await page.keyboard.type(option);
}
