import { evidenceIn, type Said } from '#functions/domain/insight/evidence.ts';
import { hashOf } from '#functions/runtime/secrets.ts';
import { putEvidence } from '#functions/store/evidence.ts';
import { findReferral } from '#functions/store/referral.ts';
import type { Table } from '#functions/store/table.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import { Evidence } from '#shared/model/evidence.ts';
import { ReferralId } from '#shared/model/ids.ts';
import { quarterOf } from '#shared/model/quarter.ts';

/**
 * Counts what an event shows to be missing: once for each need, in the quarter of the event's day. Nuances:
 * the mark is a hash of the event's id, so an event that comes twice counts once and nothing leads back to
 * it; what cannot be counted (a need or council we do not know) is left out rather than guessed.
 */
export async function gatherEvidence(table: Table, event: Envelope): Promise<void> {
  const said = evidenceIn(event);
  if (said === undefined) return;
  const known =
    said.needs === undefined || said.council === undefined ? await filledIn(table, event, said) : said;
  const where = {
    area: event.area,
    quarter: quarterOf(known.on ?? dayOf(event.at)),
    mark: hashOf(event.id).slice(0, 22),
  };
  for (const need of new Set((known.needs ?? '').split(','))) {
    const { kind, council, cause } = known;
    const evidence = Evidence.safeParse({ kind, need, council, cause });
    if (evidence.success) await putEvidence(table, where, evidence.data);
  }
}

/** What the event leaves to its referral: which need it was about, and in which council. */
async function filledIn(table: Table, { area, data }: Envelope, said: Said): Promise<Said> {
  const id = ReferralId.safeParse(data['referralId']);
  const referral = id.success ? await findReferral(table, { area, id: id.data }) : undefined;
  return referral === undefined
    ? said
    : { ...said, needs: referral.value.needs[0], council: referral.value.council };
}
