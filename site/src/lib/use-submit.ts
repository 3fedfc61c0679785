import { useRef, useState } from 'preact/hooks';
import type { Answer, Refused } from './answer.ts';
import { createSubmission } from './submission.ts';

/**
 * A button that changes something: one key a submission, never twice at once, and the refusal to show.
 * `send` answers the value when it was done.
 */
export function useSubmit<T>() {
  const submission = useRef(createSubmission(() => crypto.randomUUID()));
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | undefined>(undefined);
  async function send(attempt: (key: string) => Promise<Answer<T>>): Promise<Answer<T> | undefined> {
    setBusy(true);
    const answer = await submission.current.send(attempt);
    if (answer === undefined) return undefined;
    setBusy(false);
    setRefused(answer.ok ? undefined : answer.refused);
    return answer;
  }
  return { send, isBusy, refused };
}
