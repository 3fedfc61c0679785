import { linkWorkers as words } from '../text/en/link-workers.ts';
import { CallButton } from './call-button.tsx';

/** How the link workers of one council are reached, as its coordinator wrote it down; null while nobody has. */
export type Reached = { council: string; how: string | null };

/** What somebody can dial, and nothing beside it. */
const NUMBER = /^\+?[\d\s().-]{9,20}$/;

const How = ({ council, how }: Reached) => {
  if (how === null) return <p class="govuk-body">{words.unknown}</p>;
  return NUMBER.test(how) ? (
    <CallButton phone={how}>{words.ring(council)}</CallButton>
  ) : (
    <p class="govuk-body">{how}</p>
  );
};

/** How anybody reaches a link worker, council by council, and what to do elsewhere or in danger. */
export const LinkWorkersPage = ({ reached }: { reached: readonly Reached[] | undefined }) => (
  <div class="prose">
    <h1 class="govuk-heading-xl">{words.title}</h1>
    <p class="lede">{words.lede}</p>
    <p class="govuk-body">{words.free}</p>
    {reached === undefined && <p class="govuk-body">{words.busy}</p>}
    {reached?.map(({ council, how }) => (
      <section key={council}>
        <h2 class="govuk-heading-m">{words.of(council)}</h2>
        <How council={council} how={how} />
      </section>
    ))}
    <h2 class="govuk-heading-m">{words.elsewhere}</h2>
    <p class="govuk-body">{words.elsewhereText}</p>
    <p class="govuk-body">
      {words.danger}{' '}
      <a class="govuk-link" href="/help">
        {words.dangerLink}
      </a>
    </p>
  </div>
);
