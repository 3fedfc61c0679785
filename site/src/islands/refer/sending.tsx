import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { ReferralRequest } from '#shared/api/referrals.ts';
import type { Refused } from '../../lib/answer.ts';
import type { Call } from '../../lib/api.ts';
import { Check } from './check.tsx';
import type { ReferralForm } from './group-facts.tsx';
import { Sent, type SentAbout } from './sent.tsx';

export type SendingProps = {
  call: Call;
  /** Where the form stands. */
  form: RefObject<HTMLElement>;
  about: ReferralForm;
  given: ReferralRequest;
  onBack: (field: string | undefined, refused?: Refused) => void;
  /** Sent: the form and everything typed in it can go. */
  onSent: () => void;
};

/** The check page and, once it is sent, what comes after; nothing of the person is kept then. */
export function Sending({ call, form, about, given, onBack, onSent }: SendingProps) {
  const [sent, setSent] = useState<SentAbout | undefined>(undefined);
  const { organizationName, organizationId, id } = about.service;
  if (sent !== undefined) return <Sent call={call} sent={sent} />;
  return (
    <Check
      call={call}
      given={given}
      form={form}
      group={organizationName}
      onBack={onBack}
      onSent={(reply) => {
        setSent({
          ...reply,
          group: organizationName,
          organizationId,
          serviceId: id,
          isTextless: given.person.safeContact.includes('no_text'),
        });
        onSent();
      }}
    />
  );
}
