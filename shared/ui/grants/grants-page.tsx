import type { GrantsFound } from '../../api/grants.ts';
import { grants as words } from '../../text/en/grants.ts';
import { Button } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { type Helper, Ring } from '../find/ring.tsx';
import { Questions } from './questions.tsx';
import { sayFrom } from './say.ts';
import { Verdicts } from './verdicts.tsx';

/** The public list: questions in the page, verdicts beside them. Complete without script; nothing is kept. */
export const GrantsPage = ({ found }: { found: GrantsFound }) => (
  <>
    <h1 class="govuk-heading-xl">{words.title}</h1>
    <p class="lede">{words.lede}</p>
    <div class="columns">
      <div>
        <form action="/grants" method="get" noValidate aria-label={words.questions}>
          <p class="govuk-body">{words.nothingKept}</p>
          <Questions answers={found.answers} settles={found.settles} councils={found.councils} />
          <Button>{words.go}</Button>
        </form>
      </div>
      <div>
        <Verdicts found={found} own={false} say={sayFrom(found.councils)} />
      </div>
    </div>
  </>
);

/** What stands where there is no list or no such fund: a sentence, the list, and whom to ring. */
export const NoGrantPage = ({
  problem,
  helpers,
}: {
  problem: 'not_found' | 'busy';
  helpers: readonly Helper[];
}) => (
  <>
    <h1 class="govuk-heading-xl">{problem === 'busy' ? words.title : words.notFound}</h1>
    <EmptyState title={problem === 'busy' ? words.busy : words.notFoundHelp}>
      <p>
        <a class="govuk-link" href="/grants">
          {words.back}
        </a>
      </p>
      <Ring helpers={helpers} />
    </EmptyState>
  </>
);
