import { type Safeguarding, safeguardingRead } from '#shared/api/safeguarding.ts';
import { myGroup } from '#shared/text/en/my-group.ts';
import { policyPage as words } from '#shared/text/en/safeguarding-policy.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { Button } from '#shared/ui/button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { groupOfPage } from '../lib/group-of-page.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { Loading } from './loading.tsx';
import { Refusal } from './refusal.tsx';

const Section = ({ title, text }: { title: string; text: string }) => (
  <>
    <h2 class="govuk-heading-m">{title}</h2>
    <p class="govuk-body">{text}</p>
  </>
);

/** The page itself: what S1, S3 and S4 say, in words a committee can take as its policy. */
function Policy({ about: { group, answers } }: { about: Safeguarding }) {
  const { lead, numbers } = answers;
  const back = <BackLink href={`/safeguarding?group=${group.id}`}>{words.back}</BackLink>;
  if (lead === undefined || numbers === undefined)
    return (
      <>
        {back}
        <EmptyState title={words.title} heading="h1">
          <p>{words.notYet}</p>
        </EmptyState>
      </>
    );
  return (
    <>
      {back}
      <h1 class="govuk-heading-l">{words.of(group.name)}</h1>
      <p class="govuk-body">{words.aim}</p>
      <p class="govuk-body">
        <strong>{words.danger}</strong>
      </p>
      <Section title={words.tellTitle} text={words.tell(lead.name, lead.role, lead.contact)} />
      {lead.deputy !== null && <p class="govuk-body">{words.deputy(lead.deputy)}</p>}
      <Section title={words.howTitle} text={words.how} />
      <Section title={words.recordTitle} text={words.record} />
      <Section title={words.othersTitle} text={words.others} />
      <ul class="govuk-list">
        <li>{words.council(numbers.adultSocialCare)}</li>
        <li>{words.outOfHours(numbers.outOfHours)}</li>
      </ul>
      <p class="govuk-body">{words.review}</p>
      <p class="govuk-body">{words.adopted} ______________________</p>
      <p class="govuk-body">{words.signed} ______________________</p>
      <Button type="button" onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
  );
}

/** One printable page made from a group's answers, which its committee can adopt. */
export function PolicyPage({ session, call }: PageProps) {
  const id = groupOfPage(session);
  const { state, again } = useLoad<Safeguarding | undefined>(
    async () =>
      id === undefined ? { ok: true, value: undefined } : call(safeguardingRead, { params: { groupId: id } }),
    id ?? '',
  );
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <Refusal refused={state.refused} retry={() => void again()} />;
  if (state.value === undefined) return <EmptyState title={myGroup.none} heading="h1" />;
  return <Policy about={state.value} />;
}
