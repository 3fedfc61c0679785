import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import * as z from 'zod/mini';
import { Coordinating } from '#shared/model/area.ts';
import { Advice } from '../open-portal.ts';

const line = (empty: string) => z.string(empty).check(z.trim(), z.minLength(1, empty), z.maxLength(120));

/** What `place init` has to know, with the question each is asked by. */
export const PLACE_QUESTIONS = {
  name: 'Name of the area, as people say it',
  councils: 'Council codes, with commas between (such as E08000003; an unknown one shows those there are)',
  organisation: 'Name of the coordinating organisation',
  phone: 'Its phone number, shown to everybody',
  coordinatorEmail: 'Email address of the first coordinator',
} as const;

export const PlaceAnswers = z.strictObject({
  name: line('Enter the name of the area'),
  councils: z
    .string('Enter the codes of the councils')
    .check(z.regex(/^\s*E\d{8}(\s*,\s*E\d{8})*\s*$/, 'Enter codes of English councils, like E08000003')),
  organisation: line('Enter the name of the coordinating organisation'),
  phone: z.pipe(line('Enter its phone number'), Coordinating.shape.phone),
  coordinatorEmail: Coordinating.shape.email,
});
export type PlaceAnswers = z.infer<typeof PlaceAnswers>;

/** How an operator is asked; undefined where nobody sits at the keyboard. */
export type Asking = ((question: string) => Promise<string>) | undefined;

/** Asks at the terminal, one line an answer. */
export async function atTerminal<T>(work: (ask: Asking) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY) return work(undefined);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await work((question) => lines.question(`${question}: `));
  } finally {
    lines.close();
  }
}

/** A JSON file an operator named; says which file and what is wrong with it. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it could not be read';
    throw new Advice(`${file}: ${why}`);
  }
}

/** Answers from flags and file, the rest asked; says each that is missing or does not fit, all at once. */
export async function placeAnswers(given: Record<string, unknown>, ask: Asking): Promise<PlaceAnswers> {
  const said: Record<string, unknown> = { ...given };
  for (const [name, question] of Object.entries(PLACE_QUESTIONS))
    if (said[name] === undefined && ask !== undefined) said[name] = await ask(question);
  if (Array.isArray(said['councils'])) said['councils'] = said['councils'].join(',');
  const parsed = PlaceAnswers.safeParse(said);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'answers'}: ${message}`,
  );
  throw new Advice(`Nothing was changed. These answers need another look:\n${wrong.join('\n')}`);
}
