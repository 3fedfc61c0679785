import type { Page } from 'playwright-core';
import * as keyboard from './keyboard.ts';

/** What somebody does on a page, whatever they do it with. */
export type Hands = {
  press: (name: string) => Promise<void>;
  type: (label: string, text: string) => Promise<void>;
  tick: (label: string) => Promise<void>;
  choose: (question: string, answer: string) => Promise<void>;
  select: (label: string, option: string) => Promise<void>;
};

/** With a mouse or a finger. */
export const mouseOn = (page: Page): Hands => ({
  press: (name) =>
    page
      .getByRole('button', { name, exact: true })
      .or(page.getByRole('link', { name, exact: true }))
      .first()
      .click(),
  type: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
  tick: (label) => page.getByLabel(label, { exact: true }).check(),
  choose: (question, answer) =>
    page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check(),
  select: async (label, option) => {
    await page.getByLabel(label, { exact: true }).selectOption({ label: option });
  },
});

/** With the keyboard alone. */
export const keyboardOn = (page: Page): Hands => ({
  press: (name) => keyboard.press(page, name),
  type: (label, text) => keyboard.type(page, label, text),
  tick: (label) => keyboard.tick(page, label),
  choose: (question, answer) => keyboard.choose(page, question, answer),
  select: (label, option) => keyboard.select(page, label, option),
});
