import { type Councils, councilIn, type GrantSay } from '#shared/ui/grants/say.ts';

/** What the build drew for a code (sayings.drawn.tsx), so that sixty short texts are no script. */
function drawnFor(of: string, code: string): string | undefined {
  const part = document.getElementById('part-GrantSayings');
  const said =
    part instanceof HTMLTemplateElement ? part.content.querySelector(`[data-say="${of} ${code}"]`) : null;
  return said?.textContent ?? undefined;
}

/** The words of questions, answers and fixes, as they were drawn into this page. */
export const sayHere = (councils: Councils): GrantSay => ({
  short: (question) => drawnFor(question, 'short') ?? question,
  answer: (question, answer) => councilIn(councils, question, answer) ?? drawnFor(question, answer) ?? answer,
  fix: (fix) => drawnFor('fix', fix) ?? fix,
});
