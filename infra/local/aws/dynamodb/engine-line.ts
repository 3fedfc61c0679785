import { connect, type Socket } from 'node:net';
import { ENGINE_HEADERS } from '../../engine/call.ts';

export type Answer = { status: number; headers: Record<string, string>; body: Buffer };
/** A way to the engine for one request at a time on each of its connections. */
export type EngineLine = {
  /** Rejects when the engine cannot be reached or breaks off; whether it did the work is then unknown. */
  send(target: string, body: Buffer): Promise<Answer>;
  close(): void;
};

/** Headers of the engine's answer that a client reads; the rest is about the engine's own connection. */
const KEPT = ['content-type', 'x-amzn-requestid', 'x-amz-crc32'];
const END_OF_HEAD = '\r\n\r\n';

/**
 * Plain HTTP/1.1 over kept-alive sockets. It stands on the path of every request, and takes half the
 * time of Node's own client (figures in ../README.md); so it knows just what an engine needs.
 */
export function openEngineLine(engineUrl: string): EngineLine {
  const { hostname, port, host } = new URL(engineUrl);
  const fixed = Object.entries({ ...ENGINE_HEADERS, host, 'content-type': 'application/x-amz-json-1.0' });
  const head = `POST / HTTP/1.1\r\n${fixed.map(([name, value]) => `${name}: ${value}\r\n`).join('')}`;
  const idle: Connection[] = [];
  const all = new Set<Connection>();
  const open = (): Connection => {
    const made = connection(connect({ host: hostname, port: Number(port), noDelay: true }), (gone) => {
      all.delete(gone);
      const place = idle.indexOf(gone);
      if (place >= 0) idle.splice(place, 1);
    });
    all.add(made);
    return made;
  };
  return {
    send: async (target, body) => {
      const line = idle.pop() ?? open();
      const start = Buffer.from(
        `${head}x-amz-target: ${target}\r\ncontent-length: ${body.length}${END_OF_HEAD}`,
        'latin1',
      );
      const answer = await line.exchange(Buffer.concat([start, body]));
      idle.push(line);
      return answer;
    },
    close: () => {
      for (const line of all) line.destroy();
    },
  };
}

type Connection = { exchange(request: Buffer): Promise<Answer>; destroy(): void };

function connection(socket: Socket, onGone: (gone: Connection) => void): Connection {
  const read = createReader();
  let waiting: { resolve(answer: Answer): void; reject(error: unknown): void } | undefined;
  const made: Connection = {
    exchange: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    destroy: () => socket.destroy(),
  };
  const fail = (error: unknown) => {
    waiting?.reject(error);
    waiting = undefined;
    socket.destroy();
  };
  socket.on('data', (chunk: Buffer) => {
    try {
      const answer = read(chunk);
      if (answer !== undefined) waiting?.resolve(answer);
    } catch (error) {
      fail(error);
    }
  });
  socket.on('error', fail);
  socket.on('close', () => {
    fail(new Error('The storage engine broke off.'));
    onGone(made);
  });
  return made;
}

/** Gathers chunks into answers. A long answer comes in hundreds: they are put together once, not at each. */
function createReader(): (chunk: Buffer) => Answer | undefined {
  let received: Buffer[] = [];
  let size = 0;
  let enough = 0;
  return (chunk) => {
    received.push(chunk);
    size += chunk.length;
    if (size < enough) return undefined;
    const read = readAnswer(received.length === 1 ? chunk : Buffer.concat(received));
    const whole = typeof read !== 'number';
    enough = whole ? 0 : read;
    if (!whole) return undefined;
    received = [];
    size = 0;
    return read;
  };
}

/** The whole answer; or how many bytes to wait for before looking again, as far as one can tell. */
function readAnswer(received: Buffer): Answer | number {
  const end = received.indexOf(END_OF_HEAD);
  if (end < 0) return received.length + 1;
  const [first, ...lines] = received.toString('latin1', 0, end).split('\r\n');
  const given = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const start = end + END_OF_HEAD.length;
  const length = given.get('content-length');
  if (length !== undefined && received.length < start + Number(length)) return start + Number(length);
  const rest = received.subarray(start);
  const body = length === undefined ? unchunk(rest, given) : rest.subarray(0, Number(length));
  if (body === undefined) return received.length + 1;
  const headers = Object.fromEntries(
    KEPT.map((name) => [name, given.get(name)] as const).filter(
      (it): it is readonly [string, string] => it[1] !== undefined,
    ),
  );
  return { status: Number((first ?? '').split(' ')[1]), headers, body };
}

function unchunk(rest: Buffer, headers: ReadonlyMap<string, string>): Buffer | undefined {
  if (headers.get('transfer-encoding') !== 'chunked') {
    throw new Error('The storage engine does not say how long its answer is.');
  }
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = rest.indexOf('\r\n', at);
    if (end < 0) return undefined;
    const size = Number.parseInt(rest.toString('latin1', at, end), 16);
    if (Number.isNaN(size)) throw new Error('The storage engine’s answer is garbled.');
    const next = end + 2 + size + 2;
    if (rest.length < next) return undefined;
    if (size === 0) return Buffer.concat(parts);
    parts.push(rest.subarray(end + 2, end + 2 + size));
    at = next;
  }
}
