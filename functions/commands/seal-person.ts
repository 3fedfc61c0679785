import { recognisedBy } from '#functions/domain/referral/same-person.ts';
import { originalPlace, type SamePerson, wrappedKeyWrite } from '#functions/store/person.ts';
import type { Write } from '#functions/store/table.ts';
import type { PersonDetails } from '#shared/model/person.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { SealedDeps } from './deps.ts';
import { contextOf, sealedFor } from './sealing.ts';

/** The writes that keep a person sealed, and by what the team recognises them where anything does. */
export type Sealed = { writes: Write[]; same: SamePerson | undefined };

/** Seals the original for the sending team under a new key of the person's own, which is then wiped. */
export async function sealPerson(
  deps: SealedDeps,
  { referral, person }: { referral: Referral; person: PersonDetails },
): Promise<Sealed> {
  const { area, schemeId, personId, serviceId } = referral;
  const recognised = recognisedBy(person);
  const [key, mac] = await Promise.all([
    deps.keys.create(contextOf(referral)),
    recognised && deps.keys.fingerprint(`${area}|${schemeId}|${recognised}`),
  ]);
  const fingerprint = mac && Buffer.from(mac).toString('base64url');
  const same = fingerprint ? { area, scheme: schemeId, mac: fingerprint, service: serviceId } : undefined;
  try {
    const place = originalPlace(area, personId, schemeId);
    const at = { place, key: key.plain, ...(same && { mac: same.mac }) };
    return {
      writes: [sealedFor(deps, person, at), wrappedKeyWrite(area, personId, key.wrapped)],
      same,
    };
  } finally {
    key.plain.fill(0);
  }
}
