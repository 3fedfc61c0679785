import type { FundingType } from '#shared/model/grant-answers.ts';
import type { Need } from '#shared/model/need.ts';
import type * as rule from './grant-rules.ts';

/** An invented fund. `opens`, `closes` and `rounds` in days from seeding; `checked` in days before it. */
export type Fund = {
  title: string;
  funder: string;
  summary: string;
  pounds: readonly [min: number | null, max: number];
  types: readonly FundingType[];
  themes?: readonly Need[];
  opens?: number;
  closes?: number;
  rounds?: readonly number[];
  decides: number | null;
  askBefore?: number;
  checked?: number;
  status?: 'draft' | 'unverified';
  rules: Parameters<typeof rule.numbered>[0];
};
