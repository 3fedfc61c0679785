import type { Role } from '../../model/roles.ts';
import { invites } from '../../text/en/invites.ts';
import { Button } from '../button.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { OwnName } from '../link/own-name.tsx';
import { LinkButton } from '../link-button.tsx';
import { SummaryList } from '../summary-list.tsx';
import { TextInput } from '../text-input.tsx';

const words = invites.page;

/** What was typed before, and what needs another look: by field. */
export type InviteAnswers = { name: string; phone: string };
export type InviteErrors = Partial<Record<keyof InviteAnswers, string>>;

type InviteProps = {
  where: string;
  role: Role;
  email: string;
  answers: InviteAnswers;
  errors: InviteErrors;
};

/** Link workers and managers give a number: groups ring them. */
export const asksPhone = (role: Role): boolean => role === 'link_worker' || role === 'lw_manager';

/** What the link in the mail shows: what is asked, and one or two answers. */
export const InvitePage = ({ where, role, email, answers, errors }: InviteProps) => (
  <>
    {Object.keys(errors).length > 0 && (
      <ErrorSummary
        title={words.problem}
        errors={Object.entries(errors).map(([id, text]) => ({ text, href: `#${id}` }))}
      />
    )}
    <h1 class="govuk-heading-xl">{words.title(where)}</h1>
    <p class="govuk-body">{words.asked(invites.as[role], where)}</p>
    <p class="govuk-body">{invites.does[role]}</p>
    <SummaryList rows={[{ key: words.address, value: email }]} />
    <form method="post" noValidate>
      <OwnName label={words.name} hint={words.nameHint} value={answers.name} error={errors.name} />
      {asksPhone(role) && (
        <TextInput
          id="phone"
          label={words.phone}
          hint={words.phoneHint}
          type="tel"
          autocomplete="tel"
          width={20}
          value={answers.phone}
          error={errors.phone}
        />
      )}
      <p class="govuk-body">{words.what}</p>
      <Button>{words.submit}</Button>
    </form>
  </>
);

/** After the press: the way in. */
export const InviteDonePage = ({ where, email }: { where: string; email: string }) => (
  <>
    <h1 class="govuk-heading-xl">{words.done.title}</h1>
    <p class="govuk-body">
      <strong>{where}</strong>
    </p>
    <p class="govuk-body">{words.done.email(email)}</p>
    <LinkButton href="/auth/sign-in?to=%2Fstart">{words.done.signIn}</LinkButton>
  </>
);

/** An invitation that lets nobody in any more. */
export const InviteGonePage = () => (
  <>
    <h1 class="govuk-heading-xl">{words.gone.title}</h1>
    <p class="govuk-body">{words.gone.text}</p>
  </>
);
