import type { LinkPurpose } from '#functions/domain/links/life.ts';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { makeLink } from '#functions/store/link-token.ts';
import type { Portal } from '#infra/local/portal.ts';
import { tableAt } from '#infra/operator/open-portal.ts';
import { AreaId } from '#shared/model/area.ts';

/** Makes a link in a running portal as the worker that mails it would, and answers its token. */
export const linkIn = (
  { engineUrl, tableName, clock }: Portal,
  to: { purpose: LinkPurpose; subject: string; holder?: string },
): Promise<string> =>
  makeLink(
    { table: tableAt(engineUrl, tableName, clock.now), secret: systemSecret },
    { holder: 'a test', ...to, area: AreaId.parse('manchester') },
    clock.now(),
  );
