/**
 * What runs inside one worker thread: the part of the Lambda runtime that a bundle can see. It moves the
 * clock, sends what the function prints to its log file at once (a killed worker loses no line), imports the
 * bundle and answers one event at a time.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { replaceDate } from '../clock/replace-date.ts';
import { printToFile } from './log-file.ts';
import type { FromWorker, HttpReply, ToWorker, WorkerSettings } from './protocol.ts';

type Handler = (event: unknown, context: object) => Promise<unknown>;

const settings: WorkerSettings = workerData;
const port = parentPort;
if (!port) throw new Error('This file runs as a worker of the local cloud only.');

replaceDate(settings.clock);
printToFile(settings.logFile);

const post = (message: FromWorker) => port.postMessage(message);
const handler = await load();
port.on('message', (message: ToWorker) => void answer(message));
post({ kind: 'ready' });

async function load(): Promise<Handler> {
  const [file = 'index', name = 'handler'] = settings.handler.split('.');
  const bundle: Record<string, unknown> = await import(
    pathToFileURL(join(settings.code, `${file}.mjs`)).href
  );
  const found = bundle[name];
  if (typeof found !== 'function')
    throw new Error(`${settings.functionName}: no function "${name}" in ${file}.mjs.`);
  return (event, context) => found(event, context);
}

async function answer({ id, event, shape, timeoutMilliseconds }: ToWorker): Promise<void> {
  // The shared clock may jump; a deadline is kept in real time.
  const deadline = performance.now() + timeoutMilliseconds;
  const context = {
    callbackWaitsForEmptyEventLoop: true,
    functionName: settings.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: settings.functionArn,
    memoryLimitInMB: String(settings.memoryMb),
    awsRequestId: id,
    logGroupName: `/aws/lambda/${settings.functionName}`,
    logStreamName: settings.logStream,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
  try {
    const value = await handler(event, context);
    post({ kind: 'answer', id, value: shape === 'http' ? httpReply(value) : JSON.stringify(value) });
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error));
    const line = { level: 'ERROR', errorType: known.name, errorMessage: known.message, stack: known.stack };
    process.stderr.write(`${JSON.stringify(line)}\n`);
    post({ kind: 'failure', id, errorType: known.name, errorMessage: known.message });
  }
}

function httpReply(value: unknown): HttpReply | string {
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) return JSON.stringify(value);
  const { statusCode, headers, cookies, body, isBase64Encoded }: Record<string, unknown> = { ...value };
  // The gateway judges these fields; here they only cross the thread boundary without a second JSON text.
  return { statusCode, headers, cookies, body, isBase64Encoded } as HttpReply;
}
