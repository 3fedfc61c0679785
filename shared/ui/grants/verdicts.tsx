import type { GrantsFound } from '../../api/grants.ts';
import type { GrantMatch, Unlock, Verdict } from '../../model/grant-match.ts';
import { grants as words } from '../../text/en/grants.ts';
import { money } from '../../text/en/money.ts';
import { Details } from '../details.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Ring } from '../find/ring.tsx';
import { GrantCard } from './grant-card.tsx';
import type { GrantSay } from './say.ts';

type Found = Pick<GrantsFound, 'answers' | 'matches' | 'unlocks' | 'helpers'>;

type Shown = { own: boolean; say: GrantSay };

/** The fix and what it opens. Safeguarding and constitution are sorted out from the group's page. */
const Fix = ({ unlock, own, say }: { unlock: Unlock } & Shown) => (
  <li>
    {say.fix(unlock.fix)}{' '}
    {words.unlock(unlock.funds, unlock.largest === 0 ? '' : money(unlock.largest * 100))}
    {own && unlock.fix === 'safeguarding' && (
      <>
        {' '}
        <a class="govuk-link" href="/my-group">
          {words.fixLink}
        </a>
      </>
    )}
  </li>
);

/** What to do next, always: the first fund that fits in time, what one fix opens, and whom to ring. */
const Next = ({ matches, unlocks, helpers, own, say }: Found & Shown) => {
  const first = matches.find(
    ({ verdict, time, verified }) => verdict === 'fits' && verified && time.state !== 'too_late',
  );
  return (
    <section aria-labelledby="grants-next">
      <h2 class="govuk-heading-m" id="grants-next">
        {words.next}
      </h2>
      {first !== undefined && (
        <p class="govuk-body">
          {words.start}{' '}
          <a class="govuk-link" href={first.grant.sourceUrl} rel="noopener noreferrer">
            {first.grant.title}
          </a>
          .
        </p>
      )}
      {first === undefined && unlocks.length === 0 && <p class="govuk-body">{words.noFit}</p>}
      {unlocks.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {unlocks.slice(0, 3).map((unlock) => (
            <Fix key={unlock.fix} unlock={unlock} own={own} say={say} />
          ))}
        </ul>
      )}
      <p class="govuk-body">{words.ring}</p>
      <Ring helpers={helpers} />
    </section>
  );
};

const SHOWN = ['fits', 'nearly', 'check'] as const satisfies readonly Verdict[];

/** All funds under their verdicts, those that do not fit folded away with the reason, and what to do next. */
export const Verdicts = ({ found, own, say }: { found: Found } & Shown) => {
  const { matches, answers } = found;
  const of = (verdict: Verdict) => matches.filter((match) => match.verdict === verdict);
  const cards = (some: readonly GrantMatch[]) =>
    some.map((match) => (
      <GrantCard key={match.grant.id} match={match} answers={answers} say={say} full={own} />
    ));
  const hidden = of('doesnt_fit');
  return (
    <>
      <h2 class="govuk-heading-m">{words.results(matches.length)}</h2>
      {matches.length === 0 && <EmptyState title={words.none} />}
      {SHOWN.filter((verdict) => of(verdict).length > 0).map((verdict) => (
        <section key={verdict} aria-labelledby={`verdict-${verdict}`}>
          <h2 class="govuk-heading-m" id={`verdict-${verdict}`}>
            {words.verdicts[verdict]} ({of(verdict).length})
          </h2>
          {cards(of(verdict))}
        </section>
      ))}
      {hidden.length > 0 && <Details summary={words.hidden(hidden.length)}>{cards(hidden)}</Details>}
      <Next {...found} own={own} say={say} />
      <p class="govuk-body">{words.funderDecides}</p>
    </>
  );
};
