import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { App } from './app.ts';

/**
 * The handler of an HTTP function: payload format 2.0 in and out. Ours rather than the framework's
 * adapter because that one prints the whole address of a request it cannot read, and addresses may
 * hold a token.
 */
export const lambda =
  (app: App) =>
  async (event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2> => {
    const response = await app.hono.fetch(toRequest(event), { requestId: context.awsRequestId });
    return await toResult(response);
  };

function toRequest(event: APIGatewayProxyEventV2): Request {
  const { method } = event.requestContext.http;
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers)) {
    if (value !== undefined) headers.set(name, value);
  }
  if (event.cookies !== undefined) headers.set('cookie', event.cookies.join('; '));
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
  // The host says nothing here: the one origin is configuration, and the gateway's own name is no one's business.
  const url = `https://portal.invalid${event.rawPath}${query}`;
  const hasBody = event.body !== undefined && method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8') : null;
  return new Request(url, { method, headers, body });
}

async function toResult(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') headers[name] = value;
  });
  const cookies = response.headers.getSetCookie();
  return {
    statusCode: response.status,
    headers,
    ...(cookies.length > 0 ? { cookies } : {}),
    body: await response.text(),
    isBase64Encoded: false,
  };
}
