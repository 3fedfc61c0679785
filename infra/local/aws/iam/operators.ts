import { matchesArn, matchesGlob } from './pattern.ts';

/** Compares one value of the request with one value of the policy. */
type Comparison = (given: string, wanted: string) => boolean;
export type Operator = { compare: Comparison; negated: boolean };

const number = (compare: (given: number, wanted: number) => boolean): Comparison => {
  return (given, wanted) => {
    const [left, right] = [Number(given), Number(wanted)];
    return !Number.isNaN(left) && !Number.isNaN(right) && compare(left, right);
  };
};
const instant = (text: string) => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));
const date = (compare: (given: number, wanted: number) => boolean): Comparison => {
  return (given, wanted) => {
    const [left, right] = [instant(given), instant(wanted)];
    return !Number.isNaN(left) && !Number.isNaN(right) && compare(left, right);
  };
};
const same: Comparison = (given, wanted) => given === wanted;
const sameLetters: Comparison = (given, wanted) => given.toLowerCase() === wanted.toLowerCase();
const like: Comparison = (given, wanted) => matchesGlob(wanted, given);
const arn: Comparison = (given, wanted) => matchesArn(wanted, given);

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: same,
  StringEqualsIgnoreCase: sameLetters,
  StringLike: like,
  ArnEquals: arn,
  ArnLike: arn,
  Bool: sameLetters,
  NumericEquals: number((given, wanted) => given === wanted),
  NumericLessThan: number((given, wanted) => given < wanted),
  NumericLessThanEquals: number((given, wanted) => given <= wanted),
  NumericGreaterThan: number((given, wanted) => given > wanted),
  NumericGreaterThanEquals: number((given, wanted) => given >= wanted),
  DateEquals: date((given, wanted) => given === wanted),
  DateLessThan: date((given, wanted) => given < wanted),
  DateLessThanEquals: date((given, wanted) => given <= wanted),
  DateGreaterThan: date((given, wanted) => given > wanted),
  DateGreaterThanEquals: date((given, wanted) => given >= wanted),
};
const NEGATED: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
};

/** The operator of this bare name (no ForAllValues, no IfExists); undefined when it is not known. */
export function operatorNamed(name: string): Operator | undefined {
  const positive = NEGATED[name];
  const compare = COMPARISONS[positive ?? name];
  return compare === undefined ? undefined : { compare, negated: positive !== undefined };
}
