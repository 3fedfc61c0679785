import * as z from 'zod/mini';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { Problem, REFUSALS, type RefusalCode } from '#shared/api/problem.ts';
import { guardOf } from './csrf.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json =>
  z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any', reused: 'inline' });

/** The members of an object schema as parameters of an address. */
function parametersOf(schema: z.ZodMiniType, where: 'path' | 'query'): Json[] {
  const { properties, required } = schemaOf(schema, 'output');
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(Object(properties)).map(([name, value]) => ({
    name,
    in: where,
    required: where === 'path' || needed.includes(name),
    schema: value,
  }));
}

/** What any route of a kind may refuse with, beside what it declares. */
function refusalsOf(endpoint: Endpoint): RefusalCode[] {
  const guard = guardOf(endpoint);
  return [
    ...(guard === 'command' ? (['malformed', 'cross_site', 'key_missing', 'too_large'] as const) : []),
    ...(endpoint.roles === 'anyone' ? [] : (['not_signed_in', 'not_found'] as const)),
    'invalid',
    'too_many',
    'failed',
    'unavailable',
    ...endpoint.refusals,
  ];
}

function problemResponses(endpoint: Endpoint): Record<string, Json> {
  const byStatus = Map.groupBy(new Set(refusalsOf(endpoint)), (code) => String(REFUSALS[code].status));
  const entries = [...byStatus].map(([status, codes]) => {
    const description = codes.map((code) => `\`${code}\`: ${REFUSALS[code].title}`).join('\n\n');
    const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
    return [status, { description, content }] as const;
  });
  return Object.fromEntries(entries);
}

function successOf(endpoint: Endpoint): Json {
  if (endpoint.kind === 'page') return { description: 'A page', content: { 'text/html': {} } };
  if (endpoint.kind === 'redirect') return { description: 'Goes to another page', headers: { location: {} } };
  if (endpoint.status === 204) return { description: 'Done' };
  const schema = schemaOf(endpoint.reply, 'output');
  return { description: endpoint.summary, content: { 'application/json': { schema } } };
}

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'uuid' },
};

function requestOf(endpoint: Endpoint): Json {
  const guard = guardOf(endpoint);
  if (guard === 'read') return {};
  const type = guard === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    requestBody: {
      required: guard === 'command',
      content: { [type]: { schema: schemaOf(endpoint.body, 'input') } },
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  const { roles } = endpoint;
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.id.split('.')[0]],
    security: roles === 'anyone' ? [] : [{ session: [] }],
    'x-roles': roles,
    'x-relation': endpoint.relation,
    'x-rate-class': endpoint.rate,
    ...(endpoint.event === null ? {} : { 'x-event': endpoint.event }),
    ...(endpoint.states === undefined ? {} : { 'x-states': endpoint.states }),
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...(guardOf(endpoint) === 'command' ? [KEY] : []),
    ],
    ...requestOf(endpoint),
    responses: { [endpoint.status]: successOf(endpoint), ...problemResponses(endpoint) },
  };
}

/** The OpenAPI 3.1 document of the registry: the same definitions that mount the routes. */
export function openApiDocument(routes: readonly Endpoint[], origin: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of routes) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint),
    };
  }
  const session = { type: 'apiKey', in: 'cookie', name: '__Host-session' };
  return {
    openapi: '3.1.0',
    info: {
      title: 'VCSE partner portal',
      version: '1',
      description: 'Errors are RFC 9457 problems with a stable code. Another tenant’s object is not found.',
    },
    servers: [{ url: origin }],
    paths,
    components: { securitySchemes: { session }, schemas: { Problem: schemaOf(Problem, 'output') } },
  };
}
