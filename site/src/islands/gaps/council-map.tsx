import type { Snapshot } from '#shared/model/snapshot.ts';
import { evidence as words } from '#shared/text/en/evidence.ts';

const SIDE = 140;

/** One square a council, with how many needs were not met there, of those that can be read. The table says the same and more. */
export const CouncilMap = ({ shown }: { shown: Snapshot }) => {
  const names = [
    ...new Set(shown.rows.flatMap(({ council, councilName }) => (council === null ? [] : [councilName]))),
  ];
  const readable = (name: string) =>
    shown.rows.filter(
      ({ kind, council, councilName, total }) =>
        kind === 'unmet' && council !== null && councilName === name && total !== '*' && total > 0,
    ).length;
  const label = names.map((name) => `${name}: ${words.readable(readable(name))}`).join('. ');
  return (
    <svg
      role="img"
      aria-label={`${words.map}. ${label}`}
      viewBox={`0 0 ${SIDE * Math.max(1, names.length)} ${SIDE}`}
      width={SIDE * Math.max(1, names.length)}
      height={SIDE}
    >
      {names.map((name, at) => (
        <g key={name} transform={`translate(${at * SIDE} 0)`}>
          <rect
            x="4"
            y="4"
            width={SIDE - 8}
            height={SIDE - 8}
            fill="none"
            stroke="currentColor"
            stroke-width="3"
          />
          <text x={SIDE / 2} y={SIDE / 2 - 10} text-anchor="middle" font-size="18" fill="currentColor">
            {name}
          </text>
          <text x={SIDE / 2} y={SIDE / 2 + 26} text-anchor="middle" font-size="28" fill="currentColor">
            {readable(name)}
          </text>
          <text x={SIDE / 2} y={SIDE / 2 + 48} text-anchor="middle" font-size="16" fill="currentColor">
            {words.squares(readable(name))}
          </text>
        </g>
      ))}
    </svg>
  );
};
