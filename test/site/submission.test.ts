import { describe, expect, it } from 'vitest';
import type { Answer } from '../../site/src/lib/answer.ts';
import { createSubmission } from '../../site/src/lib/submission.ts';

function numbered() {
  let made = 0;
  return () => {
    made += 1;
    return `key-${made}`;
  };
}
const done: Answer<string> = { ok: true, value: 'done' };
const refused = (code: Extract<Answer<string>, { ok: false }>['refused']['code']): Answer<string> => ({
  ok: false,
  refused: { code, title: code },
});

describe('one submission', () => {
  it.each(['no_connection', 'unreadable', 'failed', 'unavailable', 'not_signed_in', 'too_many'] as const)(
    'keeps its key after %s, so that trying again is the same submission',
    async (code) => {
      const keys: string[] = [];
      const submission = createSubmission(numbered());
      for (const answer of [refused(code), done]) {
        await submission.send(async (key) => {
          keys.push(key);
          return answer;
        });
      }
      expect(keys).toEqual(['key-1', 'key-1']);
    },
  );

  it.each(['invalid', 'not_possible_now', 'no_room', 'key_reused'] as const)(
    'takes a new key after the definite answer %s',
    async (code) => {
      const keys: string[] = [];
      const submission = createSubmission(numbered());
      for (const answer of [refused(code), done]) {
        await submission.send(async (key) => {
          keys.push(key);
          return answer;
        });
      }
      expect(keys).toEqual(['key-1', 'key-2']);
    },
  );

  it('takes a new key after success', async () => {
    const keys: string[] = [];
    const submission = createSubmission(numbered());
    for (let round = 0; round < 2; round += 1) {
      await submission.send(async (key) => {
        keys.push(key);
        return done;
      });
    }
    expect(keys).toEqual(['key-1', 'key-2']);
  });

  it('ignores a second press while the first is on its way', async () => {
    const submission = createSubmission(numbered());
    let settle: (answer: Answer<string>) => void = () => undefined;
    let attempts = 0;
    const attempt = () => {
      attempts += 1;
      return new Promise<Answer<string>>((resolve) => {
        settle = resolve;
      });
    };
    const first = submission.send(attempt);
    expect(await submission.send(attempt)).toBeUndefined();
    settle(done);
    expect(await first).toEqual(done);
    expect(attempts).toBe(1);
  });
});
