import { register } from '../../text/en/register.ts';
import { Button } from '../button.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { OwnName } from '../link/own-name.tsx';
import { LinkButton } from '../link-button.tsx';
import { SummaryList } from '../summary-list.tsx';

const words = register.confirm;

type ConfirmProps = { group: string; when: string; problem?: string | undefined };

/** What the link in the mail shows: the group, and one button. */
export const ConfirmPage = ({ group, when, problem }: ConfirmProps) => (
  <>
    {problem !== undefined && (
      <ErrorSummary title={register.problem} errors={[{ text: problem, href: '#name' }]} />
    )}
    <h1 class="govuk-heading-xl">{words.title}</h1>
    <SummaryList
      rows={[
        { key: words.group, value: group },
        { key: words.when, value: when },
      ]}
    />
    <form method="post" noValidate>
      <OwnName label={words.name} hint={words.nameHint} error={problem} />
      <p class="govuk-body">{words.what}</p>
      <Button>{words.submit}</Button>
    </form>
  </>
);

/** After the press: what happens now, and the way in. */
export const ConfirmDonePage = ({ group, email }: { group: string; email: string }) => (
  <>
    <h1 class="govuk-heading-xl">{words.done.title}</h1>
    <p class="govuk-body">
      <strong>{group}</strong>
    </p>
    <p class="govuk-body">{words.done.next}</p>
    <p class="govuk-body">{words.done.email(email)}</p>
    <LinkButton href="/auth/sign-in?to=%2Fmy-group">{words.done.signIn}</LinkButton>
  </>
);
