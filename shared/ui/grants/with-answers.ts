import type { GrantAnswers } from '../../model/grant-answers.ts';

/** The address of a list or of one fund with the answers given, so that a link keeps them. */
export function withAnswers(path: string, answers: GrantAnswers): string {
  const query = new URLSearchParams();
  for (const [name, answer] of Object.entries(answers)) if (answer !== null) query.set(name, answer);
  return query.size === 0 ? path : `${path}?${query}`;
}
