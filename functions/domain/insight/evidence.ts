import type { Evidence } from '#shared/model/evidence.ts';

/** What an event says of what was missing, before its need and council are known to be ones we count. */
export type Said = {
  kind: Evidence['kind'];
  needs: string | undefined;
  council: string | undefined;
  cause: string;
  /** The civil day it was, where that need not be the day it was said. */
  on?: string | undefined;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * What an event is evidence of; undefined when of nothing. A decline by the person themselves is a choice,
 * not a gap. Need and council may be missing where only the referral knows them.
 */
export function evidenceIn({
  type,
  data,
}: {
  type: string;
  data: Readonly<Record<string, unknown>>;
}): Said | undefined {
  const where = { needs: text(data['needs']) ?? text(data['need']), council: text(data['council']) };
  switch (type) {
    case 'gap.noted':
      return {
        kind: data['kind'] === 'unmet' ? 'unmet' : 'noted',
        ...where,
        cause: text(data['cause']) ?? 'none',
      };
    case 'referral.declined':
      return data['declinedBy'] === 'person'
        ? undefined
        : { kind: 'declined', ...where, cause: text(data['reason']) ?? 'none' };
    case 'referral.expired':
      return { kind: 'expired', ...where, cause: 'unresponsive' };
    case 'referral.handed_back':
      return { kind: 'handed_back', ...where, cause: 'none' };
    case 'introduction.made':
      return { kind: 'introduced', ...where, cause: text(data['how']) ?? 'none', on: text(data['on']) };
    default:
      return undefined;
  }
}
