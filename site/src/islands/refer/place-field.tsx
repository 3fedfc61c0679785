import { useLayoutEffect, useState } from 'preact/hooks';
import { wardFinder as words } from '#shared/text/en/refer.ts';
import { type Found, fetchShard, findWard, type Ward } from '../../lib/place.ts';
import { PlaceFields } from './place.drawn.tsx';

/** The wards on offer and the one chosen at first; `round` counts how often that was set anew. */
export type Place = { wards: readonly Ward[]; chosen: string | undefined; round: number };
type PlaceFieldProps = { place: Place; onPlace: (place: Place) => void; error: string | undefined };

function problemOf(found: Exclude<Found, { kind: 'found' }>): string {
  switch (found.kind) {
    case 'not_a_postcode':
      return words.notAPostcode;
    case 'not_known':
      return words.notKnown;
    case 'not_ours':
      return words.notOurs(found.council);
    case 'no_connection':
      return words.noConnection;
  }
}

/** Looks a postcode up in this browser and forgets it at once. */
export function PlaceField({ place, onPlace, error }: PlaceFieldProps) {
  const { wards, chosen, round } = place;
  const [said, setSaid] = useState<{ problem?: string; found?: string }>({});
  // What was found is chosen, also where somebody had chosen another one before.
  useLayoutEffect(() => {
    const list = document.querySelector<HTMLSelectElement>('select#ward');
    if (list !== null) list.value = chosen ?? '';
  }, [round]);
  async function look(event: Event): Promise<void> {
    const box = document.querySelector<HTMLInputElement>('#ward-postcode');
    if (box === null || !(event.target instanceof Element)) return;
    const isAsked = event instanceof KeyboardEvent ? event.key === 'Enter' : event.target.closest('button');
    if (!isAsked || (event instanceof KeyboardEvent && event.target !== box)) return;
    event.preventDefault();
    const found = await findWard(box.value, fetchShard);
    if (found.kind !== 'found') return setSaid({ problem: problemOf(found) });
    box.value = '';
    setSaid({ found: words.found(found.ward.name) });
    onPlace({ wards: found.wards, chosen: found.ward.code, round: round + 1 });
  }
  const isKnown = wards.length > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button is pressed; Enter in its box looks up instead of sending the form
    <div onClick={look} onKeyDown={look}>
      <PlaceFields
        isKnown={isKnown}
        isUnknown={!isKnown}
        id={isKnown ? undefined : 'ward'}
        found={said.found}
        errorFor={(id) => (id === 'ward' ? error : said.problem)}
        options={{
          wards: wards
            .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
            .map(({ code, name }) => ({ value: code, text: name })),
        }}
      />
    </div>
  );
}
