import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Item, TABLES, type TableName } from '#functions/store/table.ts';
import type { Portal } from '#infra/local/portal.ts';
import { openStream } from '#infra/local/streams/engine-stream.ts';
import type { Answer } from './caller.ts';
import { everything } from './everything.ts';

/** Everything a portal has kept, sent, printed or pointed to, by the place where it was: how much, and what stands near the stems. */
export type Traces = ReadonlyMap<string, { length: number; near: string }>;

/** Base64 of some text as it reads wherever in a longer text it begins; the ends depend on what stands beside it. */
const inBase64 = (text: string): string[] =>
  [0, 1, 2].map((shift) =>
    Buffer.from(`${'-'.repeat(shift)}${text}`)
      .toString('base64')
      .slice(Math.ceil((shift * 4) / 3), -4),
  );

/** The ways in which what somebody typed may stand elsewhere: as typed, without gaps, in an address, as bytes. */
export function spellings(typed: string): string[] {
  const core = typed.replace(/^https:\/\//, '').replace(/@.*|\.example.*/, '');
  const closed = core.replaceAll(' ', '');
  const plain = [core, closed, closed.replace(/^0/, ''), encodeURIComponent(core), core.replaceAll(' ', '+')];
  const spelled = [...plain.map((one) => one.toLowerCase()), ...plain];
  return [...new Set([...spelled, ...inBase64(core), ...inBase64(core.toLowerCase())])];
}

const AROUND = 60;

/** What stands around each place where one of the stems is; the rest of a long text cannot hold what begins with them. */
function around(text: string, stems: readonly string[]): string {
  const parts: string[] = [];
  for (const stem of stems.flatMap(spellings))
    for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1))
      parts.push(text.slice(Math.max(0, at - AROUND), at + AROUND));
  return parts.join('\n');
}

/** In which places something typed can be found. */
export function foundIn(traces: Traces, typed: string): string[] {
  const ways = spellings(typed);
  return [...traces].filter(([, { near }]) => ways.some((way) => near.includes(way))).map(([place]) => place);
}

/** Addresses an answer leads to: where it redirects, and every link, form and picture of a page; numbers to ring and mailboxes are none. */
export function addressesIn({ headers, text }: Answer): string[] {
  const links = [...text.matchAll(/\b(?:href|src|action|formaction)="([^"]*)"/g)].map(
    ([, link = '']) => link,
  );
  const kept = links.filter((link) => !/^(tel|mailto|sms):/.test(link));
  return [headers.get('location') ?? '', headers.get('link') ?? '', ...kept];
}

async function streamText(portal: Portal): Promise<string> {
  const stream = openStream({
    engineUrl: portal.engineUrl,
    tableName: portal.tableName('events'),
    partitionKey: 'pk',
    streamArn: 'arn:aws:dynamodb:local:0:stream',
  });
  const said: string[] = [];
  for (let more = true; more; ) {
    const records = await stream.read();
    said.push(...records.map(({ event }) => JSON.stringify(event)));
    more = records.length > 0;
  }
  return said.join('\n');
}

/**
 * Listens from now on to what can only be seen as it passes: queues, and the addresses of answers. `stems`:
 * with what everything begins that will be looked for.
 */
export function listen(portal: Portal, client: DynamoDBClient, stems: readonly string[]) {
  const queued = new Set<string>();
  const addresses = new Set<string>();
  const stop = portal.watchQueues((bodies) => {
    for (const body of bodies) queued.add(body);
  });
  const mails = () => portal.mail.list();
  const items = new Map<TableName, readonly Item[]>();
  const table = async (name: TableName): Promise<[string, string]> => {
    const all = await everything({ client }, name, portal.tableName(name));
    items.set(name, all);
    return [name, JSON.stringify(all)];
  };
  return {
    stop,
    heard: (answer: Answer) => {
      for (const address of addressesIn(answer)) addresses.add(address);
    },
    queued: () => [...queued],
    /** What the tables held when traces were last taken. */
    items: () => items,
    traces: async (): Promise<Traces> => {
      const links = mails().flatMap(
        ({ text, html }) => `${text} ${html ?? ''}`.match(/https?:\/\/[^\s"<]+/g) ?? [],
      );
      const all: [string, string][] = [
        ...(await Promise.all(TABLES.map(table))),
        ['mail to', JSON.stringify(mails().map(({ to, cc, bcc }) => [to, cc, bcc]))],
        ['mail', JSON.stringify(mails().map(({ to: _to, cc: _cc, bcc: _bcc, ...rest }) => rest))],
        ['address', [...addresses, ...links].join('\n')],
        ['log', portal.logs()],
        ['stream', await streamText(portal)],
        ['queue', [...queued].join('\n')],
        ['dead letter', JSON.stringify(portal.deadLetters())],
        ['fault', portal.faults().join('\n')],
      ];
      return new Map(all.map(([place, text]) => [place, { length: text.length, near: around(text, stems) }]));
    },
  };
}
