import * as z from 'zod/mini';
import { CouncilCode } from './area.ts';
import { Need } from './need.ts';

/** What is counted about what was missing. People-counts, every one: shown by the rule of small numbers only. */
export const EvidenceKind = z.enum([
  /** A link worker searched and found nothing that takes referrals with room. */
  'unmet',
  /** A link worker said so in two taps. */
  'noted',
  'declined',
  'expired',
  'handed_back',
  /** Told of, or taken to, a group without a referral. */
  'introduced',
]);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** Why nothing fitted, the first that applies in this order. */
export const WhyNot = z.enum(['absent', 'unreachable', 'full', 'unknown', 'unready', 'unresponsive']);
export type WhyNot = z.infer<typeof WhyNot>;

/** The one answer that kept everything out when the cause is `unreachable`. */
export const Barrier = z.enum(['miles', 'day', 'free', 'step_free', 'words', 'language']);
export type Barrier = z.infer<typeof Barrier>;

/** What a link worker did who sent no referral: told somebody of a group, or went there with them. */
export const Introduced = z.enum(['told_of', 'taken_to'], 'Say whether you told them or took them');
export type Introduced = z.infer<typeof Introduced>;

/** A cause as it is counted: `unreachable:miles`, a reason of a decline, how somebody was introduced, or `none`. */
export const Cause = z.string().check(z.regex(/^[a-z_]{2,30}(:[a-z_]{2,20})?$/));

/** A cause with the answer that stood in the way, as one code. */
export const causeOf = ({ cause, barrier }: { cause: WhyNot | null; barrier: Barrier | null }): string => {
  if (cause === 'unreachable' && barrier !== null) return `${cause}:${barrier}`;
  return cause ?? 'none';
};

/** One piece of evidence: what, for which need, where. No person, no user, no text, and no time but the day. */
export const Evidence = z.strictObject({
  kind: EvidenceKind,
  need: Need,
  council: CouncilCode,
  cause: Cause,
});
export type Evidence = z.infer<typeof Evidence>;

/** Needs of which nobody may be recognised even as one of none: shown for the whole area only. */
export const SENSITIVE_NEEDS: readonly Need[] = ['safety', 'identity'];
