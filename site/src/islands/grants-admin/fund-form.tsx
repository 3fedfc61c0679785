import { grantChange, type KeptGrant } from '#shared/api/grants.ts';
import { grantsAdmin } from '#shared/text/en/grants-admin.ts';
import { Button } from '#shared/ui/button.tsx';
import * as contracts from '../../contracts/fund.ts';
import type { Call } from '../../lib/api.ts';
import { useGovForm } from '../../lib/form.ts';
import { GovForm } from '../gov-form.tsx';
import { OpenedHeading } from '../opened-heading.tsx';
import { FundFields } from './fund-fields.drawn.tsx';
import { valuesOf } from './fund-values.ts';
import { BLANK, closingTime, readFund, writtenOf } from './read-fund.ts';
import { isPlain } from './rules-said.ts';

/** The words of a tick box as the build has drawn them, so that they are no script. */
function labelOf(name: string, value: string): string {
  const part = document.getElementById('part-FundFields');
  const box =
    part instanceof HTMLTemplateElement
      ? part.content.querySelector(`[name="${name}"][value="${value}"]`)
      : null;
  return box?.nextElementSibling?.textContent ?? value;
}

type Council = { code: string; name: string };

type FormProps = {
  row: KeptGrant | undefined;
  councils: readonly Council[];
  call: Call;
  onSaved: (row: KeptGrant) => void;
  onBack: () => void;
};

/** Adds a fund or changes one; what the form does not ask stays as it was. */
export function FundForm({ row, councils, call, onSaved, onBack }: FormProps) {
  const fund = row === undefined ? BLANK : writtenOf(row.grant);
  const others = fund.criteria.filter((one) => !isPlain(one, fund));
  const form = useGovForm({
    contract: contracts.fund,
    read: (data) => readFund(data, fund, { councils, labelOf }),
    send: (endpoint, body, key) =>
      row === undefined
        ? call(endpoint, { body, key })
        : call(grantChange, {
            params: { grantId: row.grant.id },
            body: { version: row.version, grant: body },
            key,
          }),
    done: (reply) => reply !== undefined && onSaved(reply),
    messages: {
      'amount-min': grantsAdmin.numberProblem,
      decisionWeeks: grantsAdmin.weeksProblem,
    },
  });
  return (
    <>
      <OpenedHeading>{row === undefined ? grantsAdmin.add : row.grant.title}</OpenedHeading>
      <GovForm
        form={form}
        submit={grantsAdmin.submit}
        beside={
          <Button type="button" look="secondary" onClick={onBack}>
            {grantsAdmin.back}
          </Button>
        }
      >
        <FundFields
          errorFor={form.errorFor}
          values={valuesOf(fund)}
          options={{
            times: [...new Set(['12:00', '17:00', '23:59', closingTime(fund.closesAt)])].map((time) => ({
              value: time,
              text: time,
            })),
            councils: councils.map(({ code, name }) => ({ value: code, text: name })),
          }}
          kept={others.length > 0 && others.map(({ id, text }) => <li key={id}>{text}</li>)}
        />
      </GovForm>
    </>
  );
}
