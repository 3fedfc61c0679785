import type { ReferralRow } from '#shared/api/referrals.ts';
import { withoutReferral } from '#shared/text/en/without-referral.ts';

type WithoutReferralProps = { of?: Pick<ReferralRow, 'needs' | 'council' | 'reference'> };

/** What can be done without another referral: say that nothing fits, or that somebody was told of a group. */
export function WithoutReferral({ of }: WithoutReferralProps) {
  const query = new URLSearchParams(
    of && [...of.needs.map((need) => ['need', need]), ['council', of.council]],
  );
  const search = query.size === 0 ? '' : `?${query}`;
  const about = of && <span class="govuk-visually-hidden"> ({of.reference})</span>;
  return (
    <ul class="govuk-list no-print">
      <li>
        <a class="govuk-link" href={`/nothing-fits${search}`}>
          {withoutReferral.nothingFits}
          {about}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`/told${search}`}>
          {withoutReferral.toldAny}
          {about}
        </a>
      </li>
    </ul>
  );
}
