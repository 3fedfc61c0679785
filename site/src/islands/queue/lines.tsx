import type { Content } from '#shared/ui/markup.ts';

/** A few facts, one a line. */
export const Lines = ({ facts }: { facts: readonly (readonly [what: string, is: Content])[] }) => (
  <p class="govuk-body">
    {facts.map(([what, is], index) => (
      <>
        {index > 0 && <br />}
        <strong>{what}:</strong> {is}
      </>
    ))}
  </p>
);
