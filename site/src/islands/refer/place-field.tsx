import { useState } from 'preact/hooks';
import { refer as words } from '#shared/text/en/refer.ts';
import { Button } from '#shared/ui/button.tsx';
import { Fieldset } from '#shared/ui/fieldset.tsx';
import { Select } from '#shared/ui/select.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { type Found, fetchShard, findWard, type Ward } from '../../lib/place.ts';

/** The wards on offer and the one chosen at first; `round` counts how often that was set anew. */
export type Place = { wards: readonly Ward[]; chosen: string | undefined; round: number };
type PlaceFieldProps = { place: Place; onPlace: (place: Place) => void; error: string | undefined };

function problemOf(found: Found): string | undefined {
  switch (found.kind) {
    case 'found':
      return undefined;
    case 'not_a_postcode':
      return words.place.notAPostcode;
    case 'not_known':
      return words.place.notKnown;
    case 'not_ours':
      return words.place.notOurs(found.council);
    case 'no_connection':
      return words.place.noConnection;
  }
}

const boxOf = (): HTMLInputElement | null => document.querySelector('#ward-postcode');

/** Looks a postcode up in this browser and forgets it at once. */
function PostcodeFinder({ onFound }: { onFound: (ward: Ward, wards: readonly Ward[]) => void }) {
  const [said, setSaid] = useState<{ problem?: string | undefined; found?: string }>({});
  async function look(): Promise<void> {
    const box = boxOf();
    if (box === null) return;
    const found = await findWard(box.value, fetchShard);
    if (found.kind !== 'found') return setSaid({ problem: problemOf(found) });
    box.value = '';
    setSaid({ found: words.place.found(found.ward.name, '') });
    onFound(found.ward, found.wards);
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== boxOf()) return;
    event.preventDefault();
    void look();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the box looks up instead of sending the form
    <div class="finder" onKeyDown={onKeyDown}>
      <TextInput
        id="ward-postcode"
        label={words.place.postcode}
        hint={words.place.postcodeHint}
        error={said.problem}
        width={10}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
      <Button type="button" look="secondary" onClick={() => void look()}>
        {words.place.find}
      </Button>
      <p class="govuk-body" role="status">
        {said.found}
      </p>
    </div>
  );
}

/** Where the person lives, as a ward: from the search, from a list, or found by a postcode that never leaves. */
export function PlaceField({ place, onPlace, error }: PlaceFieldProps) {
  const sorted = [...place.wards].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const isKnown = place.wards.length > 0;
  return (
    <Fieldset legend={words.place.legend} legendSize="m" attributes={{ id: isKnown ? undefined : 'ward' }}>
      {isKnown && (
        <Select
          key={place.round}
          id="ward"
          label={words.place.ward}
          hint={words.place.wardHint}
          error={error}
          value={place.chosen}
          items={[
            { value: '', text: words.place.choose },
            ...sorted.map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
      )}
      {!isKnown && error !== undefined && (
        <p class="govuk-error-message" id="ward-error">
          {error}
        </p>
      )}
      <PostcodeFinder
        onFound={(ward, wards) => onPlace({ wards, chosen: ward.code, round: place.round + 1 })}
      />
    </Fieldset>
  );
}
