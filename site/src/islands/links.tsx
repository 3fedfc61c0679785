export type Way = { href: string; text: string };

/** Ways on, one below the other. */
export const Links = ({ links }: { links: readonly Way[] }) => (
  <ul class="govuk-list govuk-list--spaced">
    {links.map(({ href, text }) => (
      <li key={href}>
        <a class="govuk-link" href={href}>
          {text}
        </a>
      </li>
    ))}
  </ul>
);
