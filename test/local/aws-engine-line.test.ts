import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { openEngineLine } from '#infra/local/aws/dynamodb/engine-line.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** An engine that answers each request as told; `seen` collects what came over the wire. */
async function engineThat(answer: (socket: Socket, request: string) => void) {
  const seen: string[] = [];
  const connections = new Set<Socket>();
  const server = createServer((socket) => {
    connections.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      seen.push(chunk.toString('latin1'));
      answer(socket, chunk.toString('latin1'));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, seen, connections };
}
const reply = (body: string, head = '') =>
  `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\nX-Amz-Crc32: 7\r\n${head}\r\n${body}`;
const ask = (line: ReturnType<typeof openEngineLine>, body = '{}') =>
  line.send('DynamoDB_20120810.GetItem', Buffer.from(body));

test('the bytes of a request arrive untouched, and the answer’s come back', async () => {
  const engine = await engineThat((socket) => socket.write(reply('{"né":"☂"}')));
  const line = openEngineLine(engine.url);
  const answer = await ask(line, '{"a":"☂"}');
  expect(answer.body.toString('utf8')).toBe('{"né":"☂"}');
  expect(answer).toMatchObject({ status: 200, headers: { 'x-amz-crc32': '7' } });
  expect(Buffer.from(engine.seen[0] ?? '', 'latin1').toString('utf8')).toMatch(/\r\n\r\n\{"a":"☂"\}$/);
  expect(engine.seen[0]).toContain('x-amz-target: DynamoDB_20120810.GetItem\r\ncontent-length: 11\r\n');
  line.close();
});

test('an answer cut anywhere, even inside its head, is put together again', async () => {
  const text = reply('{"long":"enough"}');
  for (let cut = 1; cut < text.length; cut += 7) {
    const engine = await engineThat(async (socket) => {
      socket.write(text.slice(0, cut));
      await delay(2);
      socket.write(text.slice(cut));
    });
    const line = openEngineLine(engine.url);
    expect((await ask(line)).body.toString()).toBe('{"long":"enough"}');
    line.close();
  }
});

test('an answer in chunks, as other engines send it, is understood', async () => {
  const engine = await engineThat((socket) =>
    socket.write(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\nE;x=y\r\n"\r\n0\r\n\r\n1234"}\r\n0\r\n\r\n',
    ),
  );
  const line = openEngineLine(engine.url);
  expect((await ask(line)).body.toString()).toBe('{"a":"\r\n0\r\n\r\n1234"}');
  line.close();
});

test('a connection is used again, and a second one only while the first is busy', async () => {
  const engine = await engineThat((socket) => setTimeout(() => socket.write(reply('{}')), 5));
  const line = openEngineLine(engine.url);
  await ask(line);
  await ask(line);
  expect(engine.connections.size).toBe(1);
  await Promise.all([ask(line), ask(line), ask(line)]);
  expect(engine.connections.size).toBe(3);
  line.close();
});

test('answers never cross between requests under way together', async () => {
  const engine = await engineThat((socket, request) => {
    const body = request.slice(request.indexOf('\r\n\r\n') + 4);
    setTimeout(() => socket.write(reply(body)), Number(JSON.parse(body).wait));
  });
  const line = openEngineLine(engine.url);
  const bodies = Array.from({ length: 20 }, (_, n) => JSON.stringify({ n, wait: (n * 7) % 13 }));
  const answers = await Promise.all(bodies.map((body) => ask(line, body)));
  expect(answers.map((answer) => answer.body.toString())).toEqual(bodies);
  line.close();
});

test('an engine that breaks off fails the request under way, and the next one connects anew', async () => {
  let calls = 0;
  const engine = await engineThat((socket) => {
    calls += 1;
    if (calls === 1) socket.destroy();
    else socket.write(reply('{}'));
  });
  const line = openEngineLine(engine.url);
  await expect(ask(line)).rejects.toThrow();
  expect((await ask(line)).status).toBe(200);
  line.close();
});

test('nobody listening is a failure, not a wait', async () => {
  await expect(ask(openEngineLine('http://127.0.0.1:9'))).rejects.toThrow('ECONNREFUSED');
});

test('an answer in chunks of no size is refused rather than read for ever', async () => {
  const engine = await engineThat((socket) =>
    socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n'),
  );
  await expect(ask(openEngineLine(engine.url))).rejects.toThrow('garbled');
});

test('an answer of unknown length is refused rather than guessed', async () => {
  const engine = await engineThat((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n{}'));
  await expect(ask(openEngineLine(engine.url))).rejects.toThrow('does not say how long');
});
