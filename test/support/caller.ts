import { randomUUID } from 'node:crypto';

/** What came back: the status, the headers and the body, parsed when it is JSON. */
export type Answer = { status: number; headers: Headers; text: string; json: unknown };

type Ask = { body?: unknown; key?: string; headers?: Record<string, string>; form?: Record<string, string> };

const changeHeaders = (origin: string, { key, form }: Ask): Record<string, string> => ({
  origin,
  'sec-fetch-site': 'same-origin',
  ...(form === undefined
    ? { 'content-type': 'application/json', 'idempotency-key': key ?? randomUUID() }
    : { 'content-type': 'application/x-www-form-urlencoded' }),
});

const changeBody = ({ body, form }: Ask): string =>
  form === undefined ? JSON.stringify(body ?? {}) : new URLSearchParams(form).toString();

/**
 * Somebody who talks to the portal over HTTP as a browser would: keeps cookies, sends the Origin and
 * an Idempotency-Key with changing calls, follows no redirect by itself.
 */
export class Caller {
  readonly origin: string;
  readonly name: string;
  private readonly cookies = new Map<string, string>();

  constructor(origin: string, name = 'nobody') {
    this.origin = origin;
    this.name = name;
  }

  async ask(method: string, path: string, ask: Ask = {}): Promise<Answer> {
    const changing = method !== 'GET' && method !== 'HEAD';
    const response = await fetch(new URL(path, this.origin), {
      method,
      redirect: 'manual',
      headers: {
        ...this.cookieHeader(),
        ...(changing ? changeHeaders(this.origin, ask) : {}),
        ...ask.headers,
      },
      ...(changing ? { body: changeBody(ask) } : {}),
    });
    this.keep(response.headers.getSetCookie());
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  }

  get = (path: string, ask?: Ask) => this.ask('GET', path, ask);
  post = (path: string, body?: unknown, ask?: Ask) => this.ask('POST', path, { ...ask, body });

  /** Signs in as a demonstration person, or by an email address, by following redirects, as a script can. */
  async signIn(person: string): Promise<this> {
    let last = '';
    const email = person.includes('@') ? person : `${person}@demo.example`;
    let next: string | null = `/auth/sign-in?login_hint=${encodeURIComponent(email)}`;
    for (let hop = 0; next !== null && hop < 12; hop += 1) {
      const answer: Answer = await this.get(next);
      last = `${answer.status} for ${next} ${answer.text.slice(0, 300)}`;
      const location: string | null = answer.headers.get('location');
      next = location === null ? null : new URL(location, new URL(next, this.origin)).href;
    }
    const session = await this.get('/api/session');
    if (session.status !== 200) throw new Error(`${person} could not sign in: ${last}`);
    return this;
  }

  private cookieHeader(): Record<string, string> {
    if (this.cookies.size === 0) return {};
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  private keep(setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const [pair = ''] = line.split(';');
      const cut = pair.indexOf('=');
      const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)];
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** Signs in several demonstration people at once. */
export async function callers<const Name extends string>(
  origin: string,
  people: readonly Name[],
): Promise<Record<Name, Caller>> {
  const signedIn = await Promise.all(
    people.map(async (person) => {
      const caller = new Caller(origin, person);
      return [person, person === 'nobody' ? caller : await caller.signIn(person)] as const;
    }),
  );
  // Object.fromEntries loses the names; every one of them was just put in.
  return Object.fromEntries(signedIn) as Record<Name, Caller>;
}
