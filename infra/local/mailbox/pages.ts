import { createHash } from 'node:crypto';
import { platformAnswer, type Request, type Response } from '../api/message.ts';
import type { Mail, MailStore } from '../aws/mail-store.ts';

const STYLE = `body{font:1.125rem/1.5 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:1.5rem;color:#111;background:#fff}
a{color:#1d4f91}a:focus-visible{outline:3px solid #b58900;outline-offset:2px}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #767676}
pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #767676;padding:1rem}dt{font-weight:bold}dd{margin:0 0 .5rem}`;
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/**
 * `/_local/mail` and `/_local/mail/{id}`: every mail a function sent, newest first; as JSON when the caller
 * asks for it (`Accept: application/json` or `?format=json`).
 */
export function mailPage(request: Request, mail: MailStore): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return platformAnswer(405, 'Use GET.');
  const id = request.path.split('/')[3];
  const json = wantsJson(request);
  if (id === undefined || id === '') {
    const all = mail.list().toReversed();
    return json ? jsonAnswer(all) : htmlAnswer('Mail', list(all));
  }
  const found = mail.find(decodeURIComponent(id));
  if (!found)
    return json
      ? platformAnswer(404, 'There is no such mail.')
      : htmlAnswer('There is no such mail', BACK, 404);
  return json ? jsonAnswer(found) : htmlAnswer(found.subject, one(found));
}

const BACK = '<p><a href="/_local/mail">All mail</a></p>';

function wantsJson({ query, headers }: Request): boolean {
  const accept = headers.accept ?? '';
  return (
    new URLSearchParams(query).get('format') === 'json' ||
    (accept.includes('application/json') && !accept.includes('text/html'))
  );
}

function list(all: readonly Mail[]): string {
  if (all.length === 0)
    return '<p>No mail has been sent yet. What the portal sends appears here and goes nowhere else.</p>';
  const rows = all.map(
    ({ id, at, to, subject }) =>
      `<tr><td><a href="/_local/mail/${encodeURIComponent(id)}">${escaped(subject)}</a></td><td>${escaped(to.join(', '))}</td><td>${time(at)}</td></tr>`,
  );
  return `<p>What the portal sends appears here and goes nowhere else.</p>
<table><thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Sent</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}

function one({ at, from, to, replyTo, text }: Mail): string {
  const facts = [
    ['From', from],
    ['To', to.join(', ')],
    ...(replyTo.length > 0 ? [['Replies go to', replyTo.join(', ')]] : []),
  ].map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`);
  return `${BACK}<dl>${facts.join('')}<dt>Sent</dt><dd>${time(at)}</dd></dl><pre>${linked(text)}</pre>`;
}

/** Addresses in the text become links: following one is what a mail is read for. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"')]+)/)
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part),
    )
    .join('');
}

const time = (at: string) =>
  `<time datetime="${escaped(at)}">${escaped(at.slice(0, 16).replace('T', ' '))}</time>`;

function jsonAnswer(value: unknown): Response {
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  };
}

function htmlAnswer(title: string, content: string, status = 200): Response {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1>
${content}
</main></body></html>`,
  };
}
