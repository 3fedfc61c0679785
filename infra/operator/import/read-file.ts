import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Instant } from '#shared/model/dates.ts';
import { Advice } from '../open-portal.ts';
import { decode, MOST_BYTES } from './decode.ts';
import { jsonFault } from './json-text.ts';

/** A JSON file as it was read: the text for finding places in it, and when it was written to this machine. */
export type JsonFile = {
  path: string;
  text: string;
  value: unknown;
  encoding: string;
  digest: string;
  writtenAt: Instant;
};

/** Reads a JSON file of any common encoding. Throws advice that says what is wrong with it and where. */
export function readJsonFile(path: string): JsonFile {
  if (/^https?:\/\//i.test(path))
    throw new Advice('Save the feed into a file first, then name the file: this command reads files.');
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new Advice(`There is no file ${path}.`);
  if (found.size > MOST_BYTES)
    throw new Advice(`${path} is larger than ${MOST_BYTES / 1024 / 1024} MB. Cut it into several files.`);
  const bytes = readFileSync(path);
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') throw new Advice(`${path} is empty.`);
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return { path, text, value: parsed(path, text), encoding, digest, writtenAt: found.mtime.toISOString() };
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const fault = jsonFault(text) ?? { line: 1, column: 1, text: 'it cannot be read' };
    throw new Advice(
      `${path}:${fault.line}:${fault.column}: this is not JSON: ${fault.text}.\nNothing was changed.`,
    );
  }
}
