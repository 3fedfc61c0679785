import * as z from 'zod/mini';
import { routes } from '#shared/api/index.ts';

type Json = {
  type?: string;
  pattern?: string;
  format?: string;
  maxLength?: number;
  enum?: unknown;
  const?: unknown;
  anyOf?: Json[];
  oneOf?: Json[];
  properties?: Record<string, Json>;
  items?: Json;
  additionalProperties?: Json | boolean;
};

/** What somebody may type where they should or should not: a word, a phone, an address, a page. */
const PROBES = ['qzprobe', '01632 960000', 'qzprobe@canary.example', 'https://qzprobe.example/a'];

const takesWords = ({ pattern, maxLength = 1000 }: Json): boolean =>
  PROBES.some(
    (probe) => probe.length <= maxLength && (pattern === undefined || new RegExp(pattern).test(probe)),
  );

/** The fields of an object, and what its other keys may hold. */
function wordsInObject({ properties = {}, additionalProperties: others }: Json, path: string): string[] {
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  const named = Object.entries(properties).flatMap(([key, of]) => wordsIn(of, below(key)));
  return typeof others === 'object' ? [...named, ...wordsIn(others, below('*'))] : named;
}

/** The places of a schema at which words can stand; codes, ids, dates and times take none of the probes. */
function wordsIn(schema: Json, path: string): string[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.flatMap((choice) => wordsIn(choice, path));
  if (schema.const !== undefined || schema.enum !== undefined) return [];
  if (schema.type === 'object') return wordsInObject(schema, path);
  if (schema.type === 'array') return wordsIn(schema.items ?? {}, `${path}[]`);
  // A schema that says nothing takes anything.
  return schema.type === undefined || (schema.type === 'string' && takesWords(schema)) ? [path] : [];
}

/** How a field is named: the route, the part of the request and the way to it, e.g. `referral.ask text`, `find.page ?q`. */
const SIGN = { params: '/', query: '?', body: '' } as const;

/** Every field of every route that takes words, from the registry itself. */
export function textFields(): string[] {
  const parts = ['params', 'query', 'body'] as const;
  const all = routes.flatMap((route) =>
    parts.flatMap((part) => {
      const described: Json = Object(z.toJSONSchema(route[part], { io: 'input', unrepresentable: 'any' }));
      return wordsIn(described, '').map((path) => `${route.id} ${SIGN[part]}${path}`);
    }),
  );
  return [...new Set(all)];
}
