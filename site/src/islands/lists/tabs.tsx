export type Tab = { text: string; href: string; isHere: boolean };

/** Links between the parts of a list; the address says which one is open. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav aria-label={label} class="tabs no-print">
    <ul class="tabs__list">
      {tabs.map(({ text, href, isHere }) => (
        <li key={href}>
          <a class="tabs__link govuk-link" href={href} aria-current={isHere ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
