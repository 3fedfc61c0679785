/** The engine checks that a signature is there, not whose: the door in front of it judges callers. */
export const ENGINE_HEADERS: Readonly<Record<string, string>> = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=portal/20260101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
  'x-amz-date': '20260101T000000Z',
};

/** An answer of the engine other than success; `code` is the bare error name. */
export class EngineError extends Error {
  readonly code: string;

  constructor(operation: string, code: string, detail: string) {
    super(`${operation}: ${code}: ${detail}`);
    this.code = code;
  }
}

/**
 * One call to the engine in DynamoDB's JSON protocol, past every policy: for making tables, loading
 * items and reading streams. `operation` names its service, e.g. `DynamoDBStreams_20120810.GetRecords`.
 */
export async function callEngine(
  url: string,
  operation: string,
  body: unknown,
): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      ...ENGINE_HEADERS,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': operation.includes('.') ? operation : `DynamoDB_20120810.${operation}`,
    },
    body: JSON.stringify(body),
  });
  const read: unknown = await answer.json();
  const fields: Record<string, unknown> = typeof read === 'object' && read !== null ? { ...read } : {};
  if (answer.ok) return fields;
  const code = String(fields['__type'] ?? answer.status).replace(/^.*#/, '');
  throw new EngineError(operation, code, String(fields['message'] ?? fields['Message'] ?? ''));
}
