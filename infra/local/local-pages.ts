import { platformAnswer, type Request, type Response } from './api/message.ts';
import type { Aws } from './aws/endpoint.ts';
import type { ClockDrive } from './clock/drive.ts';
import { clockPage } from './clock/pages.ts';
import { mailPage } from './mailbox/pages.ts';

/** Everything under this prefix is the runner's own and never in a deployed assembly. */
export const LOCAL_PREFIX = '/_local/';

/** `/_local/mail`, `/_local/clock` and `/_local/access` (what was refused, which grants nobody used). */
export async function localPage(
  request: Request,
  { aws, drive }: { aws: Aws; drive: ClockDrive },
): Promise<Response> {
  const [, , name] = request.path.split('/');
  if (name === 'mail') return mailPage(request, aws.mail);
  if (name === 'clock') return clockPage(request, drive);
  if (name === 'access') return accessPage(aws);
  return platformAnswer(404, 'There is /_local/mail, /_local/clock, /_local/access and /_local/oidc.');
}

function accessPage(aws: Aws): Response {
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ refusals: aws.refusals(), unusedGrants: aws.unusedGrants() }, null, 1),
  };
}
