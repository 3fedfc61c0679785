import type { Access, Eligibility } from '#shared/model/service.ts';
import { type Faults, listOf, type Node, numberOf, textOf } from './node.ts';
import { plainText, shortened } from './plain-text.ts';

type Fact = Exclude<keyof Access, 'languages'>;

/** Words that say a fact is so; a sentence that also says no, not, some or partly says nothing certain. */
const SAYS: Readonly<Record<Fact, RegExp>> = {
  stepFree: /step[- ]?free|no steps|level access|wheelchair|ramp(?:ed)?\b/i,
  hearingLoop: /(?:hearing|induction|t)[- ]loop/i,
  quietSpace: /quiet (?:space|room|area)/i,
  bringSomeone:
    /bring (?:a|someone|somebody|your) ?(?:friend|companion|carer|along|with)?|carers? (?:are )?welcome/i,
  nearBusStop: /bus stop/i,
  toilets: /toilets?\b/i,
};
const DOUBT =
  /\b(?:no|not|non|without|cannot|can't|isn't|limited|partial|partly|some|nearest|unsuitable|contact)\b/i;

function answer(sentences: readonly string[], fact: Fact): boolean | null {
  const telling = sentences.filter((sentence) => SAYS[fact].test(sentence));
  return telling.some((sentence) => !DOUBT.test(sentence.replace(/no steps/gi, ''))) ? true : null;
}

const MOST_LANGUAGES = 10;

/** What people ask before a first visit, as far as the directory plainly says it; all else is "not said". */
export function readAccess(nodes: readonly Node[], service: Node, faults: Faults): Access {
  const rows = nodes.flatMap((node) => listOf(node, 'accessibility', faults));
  const texts = rows.flatMap((row) =>
    ['accessibility', 'description', 'details'].flatMap((name) => textOf(row, name, faults) ?? []),
  );
  const sentences = texts.flatMap((text) => plainText(text).split(/[.;,\n]|\bbut\b/));
  const languages = listOf(service, 'languages', faults).flatMap(
    (row) => textOf(row, 'name', faults) ?? textOf(row, 'language', faults) ?? [],
  );
  return {
    stepFree: answer(sentences, 'stepFree'),
    hearingLoop: answer(sentences, 'hearingLoop'),
    quietSpace: answer(sentences, 'quietSpace'),
    bringSomeone: answer(sentences, 'bringSomeone'),
    nearBusStop: answer(sentences, 'nearBusStop'),
    toilets: answer(sentences, 'toilets'),
    languages: [...new Set(languages.map((name) => shortened(plainText(name), 40)))].slice(0, MOST_LANGUAGES),
  };
}

const ONLY = [
  ['women', /\b(?:women|ladies|females?)[- ]only|only (?:for )?women\b/i],
  ['men', /(?<!wo)\b(?:men|males?)[- ]only|only (?:for )?men\b/i],
  ['lgbtq', /\blgbt\w*\+?[- ]only|only (?:for )?lgbt/i],
  ['carers', /\bcarers[- ]only|only (?:for )?carers\b/i],
  ['faith_or_culture', /\bmembers of (?:the|our) (?:faith|congregation) only/i],
] as const;

const age = (value: number | null): number | null =>
  value !== null && value >= 0 && value <= 120 ? Math.floor(value) : null;

/** Whom it is for, by its ages and by words that plainly say "only". */
export function readEligibility(service: Node, words: string, faults: Faults): Eligibility {
  const low = age(numberOf(service, 'minimum_age', faults));
  const high = age(numberOf(service, 'maximum_age', faults));
  const sound = low === null || high === null || low <= high;
  const minimumAge = sound && low !== 0 ? low : null;
  const onlyFor = ONLY.flatMap(([kind, says]) => (says.test(words) ? [kind] : []));
  return { minimumAge, maximumAge: sound && high !== 120 && high !== 0 ? high : null, onlyFor };
}
