import { addDays } from '#shared/model/civil-time.ts';
import type { Day } from '#shared/model/dates.ts';
import type { Exclusion, GrantDocument } from '#shared/model/grant.ts';
import type {
  AmountBand,
  FundingType,
  GrantAnswers,
  GrantLegalForm,
  IncomeBand,
  NeededBy,
  RunningBand,
} from '#shared/model/grant-answers.ts';
import type { Need } from '#shared/model/need.ts';
import type { Range } from './three-valued.ts';

/** A grant somebody had: when it was given, how much in pounds, whether it still runs. */
export type Award = { funder: string; on: Day; pounds: number; live: boolean };
export type Turned = { funder: string; on: Day };

/** What is known of a group when its funds are looked for; null is "nobody has said", never "no". Pounds and months. */
export type Facts = {
  form: GrantLegalForm | null;
  income: Range | null;
  averageIncome: Range | null;
  running: Range | null;
  /** Whether the coordinator helps the group to start. */
  helped: boolean | null;
  unrelated: Range | null;
  signatories: 0 | 1 | 2 | null;
  host: boolean | null;
  documents: Readonly<Record<GrantDocument, { held: boolean; reviewedOn: Day | null } | null>>;
  /** Council areas and wards in which the group works. */
  councils: readonly string[] | null;
  wards: readonly string[] | null;
  themes: readonly Need[] | null;
  purpose: FundingType | null;
  amount: Range | null;
  neededBy: Day | 'no_hurry' | null;
  awards: readonly Award[] | null;
  refusals: readonly Turned[] | null;
  ruledOut: Readonly<Record<Exclusion, boolean | null>>;
  adultsAtRisk: boolean | null;
};

const INCOME: Readonly<Record<IncomeBand, Range>> = {
  none: { from: 0, to: 0 },
  to_1000: { from: 1, to: 1000 },
  to_10000: { from: 1001, to: 10_000 },
  to_25000: { from: 10_001, to: 25_000 },
  to_100000: { from: 25_001, to: 100_000 },
  to_250000: { from: 100_001, to: 250_000 },
  to_1000000: { from: 250_001, to: 1_000_000 },
  more: { from: 1_000_001, to: Number.POSITIVE_INFINITY },
};
const AMOUNT: Readonly<Record<AmountBand, Range>> = {
  to_500: { from: 1, to: 500 },
  to_1000: { from: 501, to: 1000 },
  to_3000: { from: 1001, to: 3000 },
  to_5000: { from: 3001, to: 5000 },
  to_10000: { from: 5001, to: 10_000 },
  more: { from: 10_001, to: Number.POSITIVE_INFINITY },
};
const RUNNING: Readonly<Record<RunningBand, Range>> = {
  under_1: { from: 0, to: 11 },
  one_to_two: { from: 12, to: 24 },
  over_two: { from: 25, to: Number.POSITIVE_INFINITY },
};
const UNRELATED = {
  three_or_more: { from: 3, to: Number.POSITIVE_INFINITY },
  two: { from: 2, to: 2 },
  fewer: { from: 0, to: 1 },
} as const;
const SIGNATORIES = { two_signatories: 2, one_signatory: 1, no_account: 0 } as const;
const LONGEST_WAIT: Readonly<Record<Exclude<NeededBy, 'no_hurry'>, number>> = {
  two_months: 61,
  six_months: 183,
};

/** What the portal knows of a listed group beside its answers; nothing of it for somebody who is not signed in. */
export type Known = {
  wards: readonly string[] | null;
  councils: readonly string[] | null;
  themes: readonly Need[] | null;
  adultsAtRisk: boolean | null;
  /** When the group confirmed its safeguarding basics; null unless it gave leave to use that here. */
  safeguardingConfirmedOn: Day | null;
};
export const NOTHING_KNOWN: Known = {
  wards: null,
  councils: null,
  themes: null,
  adultsAtRisk: null,
  safeguardingConfirmedOn: null,
};

const yes = (said: 'yes' | 'no' | null): boolean | null => (said === null ? null : said === 'yes');
const paper = (said: 'yes' | 'no' | null) =>
  said === null ? null : { held: said === 'yes', reviewedOn: null };

/** "None of these" settles all; "one of these" settles none, for nobody said which. */
function ruledOut(none: 'yes' | 'no' | null): Facts['ruledOut'] {
  const each = none === 'yes' ? false : null;
  return {
    already_spent: each,
    for_one_person: each,
    statutory_duty: each,
    party_politics: each,
    promotes_religion: each,
    late_returns: each,
    large_reserves: each,
    paid_bid_writer: each,
  };
}

const safeguardingOf = (answers: GrantAnswers, { safeguardingConfirmedOn: on }: Known) =>
  on !== null && answers.safeguarding !== 'no' ? { held: true, reviewedOn: on } : paper(answers.safeguarding);

/** The facts behind answers given on a day, with what the portal knows besides. */
export function factsOf(answers: GrantAnswers, toldOn: Day, known: Known = NOTHING_KNOWN): Facts {
  const history = answers.no_history === 'yes' ? [] : null;
  const { by } = answers;
  return {
    form: answers.form,
    income: answers.income && INCOME[answers.income],
    averageIncome: null,
    running: answers.running && RUNNING[answers.running],
    helped: null,
    unrelated: answers.committee && UNRELATED[answers.committee],
    signatories: answers.account && SIGNATORIES[answers.account],
    host: yes(answers.host),
    documents: {
      constitution: paper(answers.constitution),
      safeguarding: safeguardingOf(answers, known),
      accounts: paper(answers.accounts),
      equality: paper(answers.equality),
      insurance: paper(answers.insurance),
      plan: paper(answers.plan),
    },
    councils: answers.council === null ? known.councils : [answers.council],
    wards: known.wards,
    themes: known.themes,
    purpose: answers.purpose,
    amount: answers.amount && AMOUNT[answers.amount],
    neededBy: by === null || by === 'no_hurry' ? by : addDays(toldOn, LONGEST_WAIT[by]),
    awards: history,
    refusals: history,
    ruledOut: ruledOut(answers.none_apply),
    adultsAtRisk: known.adultsAtRisk,
  };
}
