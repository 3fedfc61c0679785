import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { askingOf, foundOf } from '#functions/http/grants-found.ts';
import { grantsOf } from '#infra/operator/seed/grants.ts';
import { AreaId } from '#shared/model/area.ts';
import { NO_ANSWERS } from '#shared/model/grant-answers.ts';
import { grants as words } from '#shared/text/en/grants.ts';
import { GrantPage } from '#shared/ui/grants/grant-page.tsx';
import { GrantsPage } from '#shared/ui/grants/grants-page.tsx';

const NOW = '2026-06-15T09:00:00.000Z';
const councils = [{ code: 'E08000003', name: 'Manchester' }];
const helpers = [{ area: 'Manchester', name: 'Cobbled Yard Groups Support', phone: '0161 496 0110' }];
const funds = grantsOf(AreaId.parse('manchester'), NOW);
const answers = { ...NO_ANSWERS, form: 'one_person', committee: 'fewer' } as const;
const found = { ...foundOf(funds, askingOf(answers, { now: NOW })), councils, helpers };

describe('the pages of small grants', () => {
  it('always end in somebody to ring, whatever fits', () => {
    for (const matches of [found.matches, []]) {
      const html = renderToString(<GrantsPage found={{ ...found, matches }} />);
      expect(html).toContain('0161 496 0110');
      expect(html).toContain(words.next);
      expect(html).toContain(words.funderDecides);
    }
  });

  it('say of one fund every rule with its source and what was answered', () => {
    for (const match of found.matches) {
      const html = renderToString(
        <GrantPage match={match} answers={answers} councils={councils} helpers={helpers} />,
      );
      expect(html.split(words.source).length - 1).toBe(match.reasons.length);
      expect(html).toContain('0161 496 0110');
    }
  });
});
