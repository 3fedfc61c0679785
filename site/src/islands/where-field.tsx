import { useState } from 'preact/hooks';
import { gapNotes as words } from '#shared/text/en/gap-notes.ts';
import { Button } from '#shared/ui/button.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { fetchShard, findWard } from '../lib/place.ts';

/** Asks for a postcode where nobody knows the council, looks it up in this browser and forgets it at once. */
export function WhereField({ onCouncil }: { onCouncil: (council: string) => void }) {
  const [said, setSaid] = useState<{ problem?: string; found?: string }>({});
  async function look(): Promise<void> {
    const box = document.querySelector<HTMLInputElement>('#where');
    if (box === null) return;
    const found = await findWard(box.value, fetchShard);
    if (found.kind !== 'found') return setSaid({ problem: words.whereProblem });
    box.value = '';
    onCouncil(found.ward.council);
    setSaid({ found: words.whereFound(found.ward.name) });
  }
  return (
    <>
      <TextInput
        id="where"
        label={words.where}
        error={said.problem}
        width={10}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
      <Button type="button" look="secondary" onClick={() => void look()}>
        {words.whereFind}
      </Button>
      <p class="govuk-body" role="status">
        {said.found}
      </p>
    </>
  );
}
