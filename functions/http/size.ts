import { accept, type Result, refuse } from '#functions/domain/result.ts';

/** The largest body any route takes, in bytes as sent. */
export const MAX_BODY_BYTES = 64 * 1024;
/** The longest address, query included. */
export const MAX_URL_LENGTH = 2048;
/** How deep objects and lists may stand in one another, and how many values a body may hold. */
export const MAX_DEPTH = 12;
export const MAX_VALUES = 2000;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads a body as text, counting real bytes and not a header's promise. Refuses `too_large` or `malformed` (not UTF-8). */
export async function readBody(request: Request): Promise<Result<string>> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return refuse('too_large');
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_BODY_BYTES) return refuse('too_large');
  try {
    return accept(decoder.decode(bytes));
  } catch {
    return refuse('malformed');
  }
}

/** The structure of JSON text: its brackets and commas, without what stands in quotes. */
function* structure(text: string): Generator<string> {
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && '{[]},'.includes(character)) yield character;
  }
}

/** Whether JSON text stays within depth and count; looked at before parsing, in one pass without recursion. */
export function withinShape(text: string): boolean {
  let depth = 0;
  let values = 1;
  for (const character of structure(text)) {
    if (character === ',') values += 1;
    else depth += character === '{' || character === '[' ? 1 : -1;
    if (depth > MAX_DEPTH || values > MAX_VALUES) return false;
  }
  return true;
}
