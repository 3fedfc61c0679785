import { describe, expect, it } from 'vitest';
import { beginNode, runNode } from '#infra/build/run-node.ts';

const script = (code: string) => ['--eval', code];

describe('a script of the build', () => {
  it('that fails is told of with its words and how it ended', async () => {
    await expect(runNode(script("console.error('no such page'); process.exit(3)"))).rejects.toThrow(
      /ended with 3\nno such page/,
    );
  });

  it('that waits goes on when it is told to, and hears what', async () => {
    const waits = "process.stdin.once('data', (line) => process.exit(String(line) === 'go\\n' ? 0 : 1))";
    const running = beginNode(script(waits));
    running.tell('go');
    await expect(running.ended).resolves.toBeUndefined();
  });

  it('may be stopped before it was told anything', async () => {
    const running = beginNode(script('setInterval(() => undefined, 1000)'));
    running.stop();
    await expect(running.ended).rejects.toThrow('ended with SIGTERM');
  });

  it('may fail while nobody waits for it, and who asks later is told', async () => {
    const running = beginNode(script('process.exit(2)'));
    await runNode(script('setTimeout(() => undefined, 300)'));
    running.tell('go');
    await expect(running.ended).rejects.toThrow('ended with 2');
  });
});
