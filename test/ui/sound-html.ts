import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How the compiler of the pages writes HTML, not what it says.
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Numbers are written with ordinary spaces, so that people can copy them.
    'tel-non-breaking': 'off',
    // A date says that its three boxes belong together, as govuk-frontend draws it for older readers.
    'no-redundant-role': 'off',
    // Tick boxes of one question share its name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
  },
});

/** What is wrong with a page's HTML, one line a fault; empty when sound. */
export const htmlFaults = (html: string): string[] =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
    );
