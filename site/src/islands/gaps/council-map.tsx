import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '#shared/model/snapshot.ts';
import { evidence as words } from '#shared/text/en/evidence.ts';
import { needs } from '#shared/text/en/needs.ts';
import { type DrawnMap, drawCouncils, fetchCouncilShape } from '../../lib/council-shape.ts';

type Council = { council: string; name: string; gaps: string[] };

/** Each council with the needs that were not met there, of those whose number can be read; most of them first. */
function councilsOf(shown: Snapshot): Council[] {
  const here = shown.rows.flatMap(({ council, councilName, ...row }) =>
    council === null ? [] : [{ council, name: councilName, ...row }],
  );
  return [...Map.groupBy(here, ({ council }) => council)]
    .map(([council, rows]) => ({
      council,
      name: rows[0]?.name ?? '',
      gaps: rows
        .filter(({ kind, total }) => kind === 'unmet' && total !== '*' && total > 0)
        .map(({ need }) => needs[need]),
    }))
    .toSorted((a, b) => b.gaps.length - a.gaps.length);
}

/** The shade of so many gaps: 0 to 4. */
const shadeOf = (gaps: number): number => Math.min(4, Math.ceil(gaps / 2));

function useMap(councils: readonly Council[]): DrawnMap | null {
  const [map, setMap] = useState<DrawnMap | null>(null);
  const codes = councils.map(({ council }) => council);
  useEffect(() => {
    void Promise.all(
      codes.map(async (council) => ({ council, shape: await fetchCouncilShape(council) })),
    ).then((found) =>
      setMap(drawCouncils(found.flatMap(({ council, shape }) => (shape ? [{ council, shape }] : [])))),
    );
  }, [codes.toSorted().join()]);
  return map;
}

const Drawing = ({ map, councils }: { map: DrawnMap; councils: readonly Council[] }) => {
  const gapsIn = (code: string) => councils.find(({ council }) => council === code)?.gaps.length ?? 0;
  const said = councils.map(({ name, gaps }) => `${name}: ${words.readable(gaps.length)}`).join('. ');
  return (
    <svg
      class="council-map"
      role="img"
      aria-label={`${words.map}. ${said}`}
      viewBox={`-0.5 -0.5 ${map.width + 1} ${map.height + 1}`}
    >
      {map.councils.map(({ council, path }) => (
        <path key={council} class={`council-map__shade-${shadeOf(gapsIn(council))}`} d={path} />
      ))}
      {map.councils.map(({ council, middle: { x, y } }) => (
        <text key={council} x={x} y={y}>
          {gapsIn(council)}
        </text>
      ))}
    </svg>
  );
};

const Legend = () => (
  <ul class="council-map__legend" aria-label={words.legend}>
    {words.shades.map((text, shade) => (
      <li key={text}>
        <svg class="council-map__swatch" viewBox="0 0 1 1" aria-hidden="true">
          <path class={`council-map__shade-${shade}`} d="M0 0h1v1h-1z" />
        </svg>{' '}
        {text}
      </li>
    ))}
  </ul>
);

/** The councils of the area as they lie, darker the more needs were not met, and the same in words beside it. */
export const CouncilMap = ({ shown }: { shown: Snapshot }) => {
  const councils = councilsOf(shown);
  const map = useMap(councils);
  return (
    <>
      {map !== null && (
        <div class="council-map__with-legend">
          <Drawing map={map} councils={councils} />
          <Legend />
        </div>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {councils.map(({ council, name, gaps }) => (
          <li key={council}>
            {name}: {words.readable(gaps.length)}
            {gaps.length > 0 && ` (${gaps.join(', ')})`}
          </li>
        ))}
      </ul>
    </>
  );
};
