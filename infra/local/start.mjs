// `npm start` begins here, in a form that any Node from 20 on can read. It makes sure of Node 24 and of a
// platform the embedded engine runs on, then hands over to main.ts.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const MAIN = new URL('./main.ts', import.meta.url);

/** Ends with a sentence and no stack: what to do, not where it happened. */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (`${process.platform}-${process.arch}` !== 'linux-x64' && !process.env.PORTAL_DYNAMODB_ENDPOINT) {
  stop(
    `The embedded database is only built for linux-x64 and this is ${process.platform}-${process.arch}: start another DynamoDB engine (for example DynamoDB Local) with Node 24 on your PATH, and run PORTAL_DYNAMODB_ENDPOINT=http://localhost:8000 npm start`,
  );
}

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // Lambda's clock is UTC; set before any date is read.
  process.env.TZ = 'UTC';
  await import(MAIN.href);
} else {
  if (!existsSync(NODE)) stop('Node 24 is missing in node_modules: run npm ci first.');
  const child = spawn(NODE, [fileURLToPath(import.meta.url)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches both processes; the portal ends itself and this one waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
