import type { OwnService } from '#shared/api/groups.ts';
import { onlyFor, serviceStatuses } from '#shared/text/en/listing.ts';
import { listingForm as words } from '#shared/text/en/listing-form.ts';
import { myGroup } from '#shared/text/en/my-group.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { Textarea } from '#shared/ui/textarea.tsx';
import * as contracts from '../contracts/listing.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { choice, lines } from '../lib/form-data.ts';
import { items } from '../lib/items.ts';
import { goWithNews } from '../lib/news.ts';
import type { PageProps } from './frame.tsx';
import { GovForm } from './gov-form.tsx';
import { AccessFields } from './listing/access-fields.tsx';
import { OwnServicePage } from './listing/own-service.tsx';
import { readAccess, readEligibility } from './listing/read-listing.ts';

type FieldsProps = { own: OwnService; errorFor: (id: string) => string | undefined };

const AGES = ['minimumAge', 'maximumAge'] as const;

const Whom = ({ own: { service }, errorFor }: FieldsProps) => (
  <>
    <h2 class="govuk-heading-m">{words.whom}</h2>
    <p class="govuk-hint">{words.whomHint}</p>
    {AGES.map((age) => (
      <TextInput
        key={age}
        id={`eligibility-${age}`}
        name={age}
        label={words[age]}
        labelSize="s"
        inputmode="numeric"
        width={3}
        value={service.eligibility[age] ?? ''}
        error={errorFor(`eligibility-${age}`)}
      />
    ))}
    <Checkboxes
      id="eligibility-onlyFor"
      name="onlyFor"
      legend={words.onlyFor}
      legendSize="s"
      small
      items={items(onlyFor)}
      values={service.eligibility.onlyFor}
      error={errorFor('eligibility-onlyFor')}
    />
    <Textarea
      id="exclusions"
      label={words.exclusions}
      labelSize="s"
      hint={words.exclusionsHint}
      rows={4}
      value={service.exclusions.join('\n')}
      error={errorFor('exclusions')}
    />
  </>
);

/** Getting in, for whom, what it cannot do, and whether it is running. */
function Listing({ own, call }: { own: OwnService; call: Call }) {
  const { service } = own;
  const back = `/my-group?group=${service.organizationId}`;
  const form = useGovForm({
    contract: contracts.listing,
    read: (data) => ({
      access: readAccess(data),
      eligibility: readEligibility(data),
      exclusions: lines(data, 'exclusions'),
      status: choice(data, 'status'),
    }),
    send: (endpoint, body, key) => call(endpoint, { params: { serviceId: service.id }, body, key }),
    done: () => goWithNews(back, words.saved),
  });
  return (
    <>
      <BackLink href={back}>{myGroup.back}</BackLink>
      <h1 class="govuk-heading-l">
        {words.title}: {service.name}
      </h1>
      <GovForm form={form} submit={words.submit}>
        <AccessFields access={service.access} />
        <TextInput
          id="access-languages"
          name="languages"
          label={words.languages}
          labelSize="s"
          hint={words.languagesHint}
          value={service.access.languages.join(', ')}
          error={form.errorFor('access-languages')}
        />
        <Whom own={own} errorFor={form.errorFor} />
        <Radios
          id="status"
          legend={words.status}
          legendSize="s"
          hint={words.statusHint}
          error={form.errorFor('status')}
          value={service.status}
          items={items(serviceStatuses)}
        />
      </GovForm>
    </>
  );
}

/** The page to change the rest of one listing. */
export const ListingPage = (props: PageProps) => (
  <OwnServicePage {...props}>{(own) => <Listing own={own} call={props.call} />}</OwnServicePage>
);
