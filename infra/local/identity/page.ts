import { createHash } from 'node:crypto';
import type { Person } from './protocol.ts';

const STYLE = `body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1.5rem;color:#111;background:#fff}
ul{list-style:none;padding:0}li{margin:0 0 .75rem}
button{font:inherit;text-align:left;width:100%;padding:.75rem 1rem;border:2px solid #1d4f91;background:#fff;color:#111;cursor:pointer}
button:hover{background:#eef3fa}button:focus-visible,input:focus-visible{outline:3px solid #b58900;outline-offset:2px}
small{display:block;font-size:1rem;color:#333}label{display:block;margin:1.5rem 0 .25rem}
input{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;border:2px solid #111;margin:0 0 .75rem}`;

/** The policy this page is served under: its one style, its own forms, nothing else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
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

/** The sign-in page of the demonstration: no passwords, everybody who can sign in as a button. */
export function signInPage(people: readonly Person[], action: string): string {
  const list = people.map(
    ({ email, name, about }) =>
      `<li><button name="email" value="${escaped(email)}"><strong>${escaped(name)}</strong>
<small>${escaped(about)}</small><small>${escaped(email)}</small></button></li>`,
  );
  return document(
    'Who do you want to sign in as?',
    `<p>This is a demonstration on your own computer. It has no passwords and its people are invented.</p>
<form method="post" action="${escaped(action)}"><ul>${list.join('\n')}</ul></form>
<form method="post" action="${escaped(action)}"><label for="email">Another email address</label>
<input id="email" name="email" type="email" autocomplete="email" required maxlength="254">
<button>Sign in with this address</button></form>`,
  );
}

/** What is shown when the provider cannot go on: mostly a sign-in that was left open too long. */
export function faultPage(detail: string): string {
  return document(
    'This sign-in cannot go on',
    `<p>${escaped(detail)}</p><p><a href="/auth/sign-in">Start signing in again</a></p>`,
  );
}

function document(title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>
${content}
</main></body></html>`;
}
