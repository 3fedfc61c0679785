import { register as words } from '../../text/en/register.ts';
import { Button } from '../button.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { type Helper, Ring } from '../find/ring.tsx';
import { PostcodeInput } from '../postcode-input.tsx';
import { TextInput } from '../text-input.tsx';
import { Textarea } from '../textarea.tsx';

export type RegisterAnswers = Record<'name' | 'happens' | 'when' | 'postcode' | 'email', string>;
export type RegisterProps = {
  answers: RegisterAnswers;
  /** What to do about an answer, by the id of its field; `form` for what belongs to none. */
  errors: Readonly<Record<string, string>>;
  /** Signed by us: when this page was shown. */
  token: string;
  helpers: readonly Helper[];
};

const FIELDS = ['name', 'happens', 'when', 'postcode', 'email'];

const Problems = ({ errors }: Pick<RegisterProps, 'errors'>) => {
  const listed = Object.entries(errors).map(([id, text]) => ({
    text,
    href: FIELDS.includes(id) ? `#${id}` : undefined,
  }));
  return listed.length === 0 ? null : <ErrorSummary title={words.problem} errors={listed} />;
};

/** Not seen by people, nor reached by keyboard or screen reader: what fills it is a machine. */
const Trap = () => (
  <div hidden aria-hidden="true">
    <label for="more">{words.more}</label>
    <input id="more" name="more" tabIndex={-1} autocomplete="off" />
  </div>
);

const Place = ({ answers, errors }: Pick<RegisterProps, 'answers' | 'errors'>) => (
  <>
    <TextInput
      id="when"
      label={words.when}
      labelSize="m"
      hint={words.whenHint}
      value={answers.when}
      error={errors['when']}
    />
    <PostcodeInput
      label={words.postcode}
      hint={words.postcodeHint}
      value={answers.postcode}
      error={errors['postcode']}
    />
  </>
);

/** The three answers and an address, as a plain form. */
export const RegisterPage = ({ answers, errors, token, helpers }: RegisterProps) => (
  <>
    <Problems errors={errors} />
    <h1 class="govuk-heading-xl">{words.title}</h1>
    <p class="govuk-body-l">{words.lead}</p>
    <p class="govuk-body">{words.free}</p>
    <form action="/register" method="post" noValidate>
      <input type="hidden" name="form" value={token} />
      <TextInput
        id="name"
        label={words.name}
        labelSize="m"
        autocomplete="organization"
        value={answers.name}
        error={errors['name']}
      />
      <Textarea
        id="happens"
        label={words.happens}
        labelSize="m"
        hint={words.happensHint}
        rows={3}
        value={answers.happens}
        error={errors['happens']}
      />
      <Place answers={answers} errors={errors} />
      <TextInput
        id="email"
        type="email"
        label={words.email}
        labelSize="m"
        hint={words.emailHint}
        autocomplete="email"
        spellcheck={false}
        value={answers.email}
        error={errors['email']}
      />
      <Trap />
      <Button>{words.submit}</Button>
    </form>
    <h2 class="govuk-heading-m">{words.ring}</h2>
    <Ring helpers={helpers} />
  </>
);

/** What follows, the same for whoever sent it. */
export const SentPage = ({ email }: { email: string }) => (
  <>
    <h1 class="govuk-heading-xl">{words.sent.title}</h1>
    <p class="govuk-body">{words.sent.text(email)}</p>
    <p class="govuk-body">{words.sent.when}</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/register">
        {words.sent.again}
      </a>
    </p>
  </>
);
