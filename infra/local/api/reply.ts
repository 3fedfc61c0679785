import type { HttpReply } from '../workers/protocol.ts';
import { platformAnswer, type Response } from './message.ts';

const BROKEN = platformAnswer(500, 'Internal Server Error');

/**
 * Reads what a function answered in format 2.0: without a status code the whole value is a JSON body with
 * 200; `cookies` become `set-cookie`; base64 is decoded. An answer of another shape is a 500, as deployed.
 */
export function httpResponse(value: HttpReply | string | undefined): Response {
  if (typeof value !== 'object')
    return { status: 200, headers: { 'content-type': 'application/json' }, body: value ?? '' };
  const { statusCode, headers, cookies, body, isBase64Encoded } = value;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return BROKEN;
  const flat = headerRecord(headers);
  if (!flat || (body !== undefined && body !== null && typeof body !== 'string')) return BROKEN;
  if (Array.isArray(cookies) && cookies.length > 0) flat['set-cookie'] = cookies.map(String);
  flat['content-type'] ??= 'text/plain;charset=utf-8';
  return {
    status,
    headers: flat,
    body: isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

function headerRecord(headers: unknown): Record<string, string | string[]> | undefined {
  if (headers === undefined || headers === null) return {};
  if (typeof headers !== 'object') return undefined;
  const flat: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (!['string', 'number', 'boolean'].includes(typeof value)) return undefined;
    flat[name.toLowerCase()] = String(value);
  }
  return flat;
}
