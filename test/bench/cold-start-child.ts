/** One cold start in a process of its own: load a bundle, answer one event, print the CPU it took (ms). */
import { readFileSync } from 'node:fs';

const [bundle = '', eventPath = ''] = process.argv.slice(2);
const { handler } = await import(bundle);
const answer = await handler(JSON.parse(readFileSync(eventPath, 'utf8')), {});
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, status: answer.statusCode }));
process.exit(0);
