/** Ways on, one below the other. */
export const Links = ({ links }: { links: readonly { href: string; text: string }[] }) => (
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
