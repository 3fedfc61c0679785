import type { z } from 'zod/mini';
import type { SearchReply } from '../../api/search.ts';
import { find as words } from '../../text/en/find.ts';
import { linkWorkers } from '../../text/en/link-workers.ts';
import { EmptyState } from '../empty-state.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { Pagination } from '../pagination.tsx';
import { type Answers, findHref } from './answers.ts';
import { type FindErrors, FindForm } from './find-form.tsx';
import { Loosenings } from './loosenings.tsx';
import { NothingFits, noteOf } from './missing.tsx';
import { ResultCard } from './result-card.tsx';
import { type Helper, Ring } from './ring.tsx';

type Reply = z.infer<typeof SearchReply>;

export type FindPageProps = {
  answers: Answers;
  /** What was found, and where in the list this page begins; undefined when the answers need another look or nothing answers. */
  found?: { reply: Reply; offset: number; previous: string | undefined } | undefined;
  errors?: FindErrors;
  /** A sentence about the whole page, such as that the search is not answering. */
  problem?: string | undefined;
  helpers: readonly Helper[];
};

const MOST_ROWS = 200;
/** With fewer results than this a link worker may well find that none of them fits. */
const FEW = 5;

/** The search page: the form, and what was found or what to do about it. Complete without script. */
export const FindPage = ({ answers, errors = {}, ...props }: FindPageProps) => {
  const wrong = Object.entries(errors);
  return (
    <>
      {wrong.length > 0 && <ErrorSummary errors={wrong.map(([id, text]) => ({ text, href: `#${id}` }))} />}
      <h1 class="govuk-heading-xl">
        {answers.near === undefined ? words.title : words.titleNear(answers.near)}
      </h1>
      <div class="columns">
        <div>
          <FindForm answers={answers} errors={errors} />
        </div>
        <section
          aria-label={words.results(props.found?.reply.total ?? 0, answers.near)}
          data-missing={noteOf(answers, props.found?.reply.missing ?? null)}
        >
          <Answer {...props} answers={answers} />
        </section>
      </div>
    </>
  );
};

/** Somebody to ask when the search has nothing for them. */
const Elsewhere = () => (
  <p>
    <a class="govuk-link" href="/link-workers">
      {linkWorkers.way}
    </a>
  </p>
);

const Answer = ({ found, answers, problem, helpers }: Omit<FindPageProps, 'errors'>) => {
  if (found === undefined) {
    return (
      <EmptyState title={problem ?? words.noneHelp}>
        {problem === undefined ? <Elsewhere /> : <a href={findHref(answers)}>{words.tryAgain}</a>}
        <Ring helpers={helpers} />
      </EmptyState>
    );
  }
  const { reply } = found;
  return reply.total === 0 ? (
    <EmptyState title={words.none}>
      {reply.loosen.length > 0 && <p>{words.noneHelp}</p>}
      <Loosenings answers={answers} loosen={reply.loosen} />
      <NothingFits answers={answers} missing={reply.missing} />
      <Ring helpers={helpers} />
      <Elsewhere />
    </EmptyState>
  ) : (
    <Results found={found} answers={answers} />
  );
};

const Results = ({ found, answers }: { found: NonNullable<FindPageProps['found']>; answers: Answers }) => {
  const { reply, offset, previous } = found;
  const { results, total, loosen, missing, next, now } = reply;
  return (
    <>
      <h2 class="govuk-heading-m">{words.results(total, answers.near)}</h2>
      <p class="govuk-body">{answers.cell === undefined ? words.noPlace : words.order}</p>
      {results.map((result) => (
        <ResultCard key={result.serviceId} result={result} answers={answers} now={now} />
      ))}
      {(previous !== undefined || next !== null) && (
        <>
          <p class="govuk-body">{words.shown(offset + 1, offset + results.length, total)}</p>
          <Pagination
            previous={previous === undefined ? undefined : { href: previous, text: words.previous }}
            next={next === null ? undefined : { href: findHref(answers, [], next), text: words.next }}
          />
        </>
      )}
      {next === null && total > MOST_ROWS && <p class="govuk-body">{words.tooMany}</p>}
      {next === null && loosen.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{words.someMore}</h2>
          <Loosenings answers={answers} loosen={loosen} />
        </>
      )}
      {(missing !== null || total < FEW) && <NothingFits answers={answers} missing={missing} />}
    </>
  );
};
