import { client as words } from '#shared/text/en/client.ts';

/** Says that something is on its way; announced once, never animated. */
export const Loading = () => (
  <p class="govuk-body app-loading" role="status">
    {words.loading}
  </p>
);
