import { platformAnswer, type Request, type Response } from '../api/message.ts';
import { ADVANCE_HELP, type ClockDrive } from './drive.ts';

/** `/_local/clock`: GET tells the time of the portal, POST `{"advance":"P1D"}` puts it forward. */
export async function clockPage(request: Request, drive: ClockDrive): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return json({ now: drive.now() });
  if (request.method !== 'POST') return platformAnswer(405, 'Use GET or POST.');
  const duration = readAdvance(request.body.toString('utf8'));
  const advanced = duration === undefined ? undefined : await drive.advance(duration);
  return advanced ? json(advanced) : platformAnswer(400, ADVANCE_HELP);
}

function readAdvance(text: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const found = typeof body === 'object' && body !== null && 'advance' in body ? body.advance : undefined;
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}

function json(value: object): Response {
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  };
}
