import type { z } from 'zod/mini';
import type { Loosening } from '../../api/search.ts';
import { find as words } from '../../text/en/find.ts';
import { loosening } from '../../text/en/search.ts';
import { type Answers, findHref, furtherHref } from './answers.ts';

type Loosen = z.infer<typeof Loosening>;

const note = ({ results, notSaid }: Loosen): string =>
  [words.bring(results), words.notSaid(notSaid)].filter(Boolean).join('; ');

/** Each single answer that would bring more if it were dropped, and how many; "not said" is told from "no". */
export const Loosenings = ({ answers, loosen }: { answers: Answers; loosen: readonly Loosen[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {loosen.map((one) => (
      <li key={one.drop}>
        <a
          class="govuk-link"
          href={one.drop === 'miles' ? furtherHref(answers) : findHref(answers, [one.drop])}
        >
          {loosening[one.drop]}
        </a>{' '}
        ({note(one)})
      </li>
    ))}
  </ul>
);
