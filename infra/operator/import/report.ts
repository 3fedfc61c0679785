import type { LeftOut, LeftOutReason } from './candidate.ts';
import type { Change } from './change.ts';
import type { Gathered } from './gather.ts';
import { type Path, pathText, placeOf } from './json-text.ts';
import type { Fault } from './node.ts';
import type { Plan } from './plan.ts';
import type { JsonFile } from './read-file.ts';

/** How many of a kind are shown before "and N more"; `--all` shows every one. */
const SHOWN = 10;

const REASONS: Readonly<Record<LeftOutReason, string>> = {
  not_running: 'not running any more',
  no_group: 'no organization is given',
  no_place: 'no place is given: neither a location with a postcode nor a point',
  online: 'online only, and the search is by place',
  postcode_unknown: 'its postcode is not in these council areas, or not known yet',
  elsewhere: 'outside the council areas of this portal',
  other_area: 'in an area this import does not touch',
  no_need: 'nothing says what it helps with: name its terms in a file and give it with --terms',
  twice: 'twice in the file',
  too_many: 'the group has more activities than fit here',
  listed_already: 'a group of this name is listed here already, in the same postcode district',
  broken: 'broken',
};

const count = (number: number, one: string, many: string): string =>
  `${new Intl.NumberFormat('en-GB').format(number)} ${number === 1 ? one : many}`;

/** Some of the lines, and how many more there are. */
export function some<T>(rows: readonly T[], all: boolean, line: (row: T) => string): string[] {
  const shown = all ? rows : rows.slice(0, SHOWN);
  const more = rows.length - shown.length;
  return [
    ...shown.map((row) => `    ${line(row)}`),
    ...(more > 0 ? [`    and ${more} more (--all shows them)`] : []),
  ];
}

const at = ({ text }: JsonFile, path: Path): string => {
  const { line, column } = placeOf(text, path);
  return `${line}:${column}`;
};

/** What is wrong with a file, each with its line and its path: the whole answer when a file is refused. */
export function refusal(file: JsonFile, faults: readonly Fault[], all: boolean): string {
  const lines = some(
    faults,
    all,
    ({ path, text }) => `${file.path}:${at(file, path)}: ${pathText(path)}: ${text}`,
  );
  return [
    `${file.path} is broken in ${count(faults.length, 'place', 'places')}:`,
    ...lines,
    'Nothing was changed. Mend the file, or leave these rows out with --leave-out-broken.',
  ].join('\n');
}

/** What the file holds, before any area is looked at. */
export function aboutFile(
  file: JsonFile,
  gathered: Gathered,
  source: { name: string; given: boolean },
): string[] {
  const { total } = gathered.about;
  const lines = [
    `${file.path}: ${count(gathered.services, 'service', 'services')}, read as ${file.encoding}.`,
    `Directory: ${source.name}${source.given ? '' : ' (by the file; say --source "NAME" to call it something else)'}`,
  ];
  if (total !== null && total > gathered.services)
    lines.push(
      `The file says there are ${total} services and holds ${gathered.services}: it is one page of several. Put all pages into one list.`,
    );
  return lines;
}

/** Rows left out, by reason. */
export function leftOutLines(file: JsonFile, leftOut: readonly LeftOut[], all: boolean): string[] {
  if (leftOut.length === 0) return [];
  const byReason = Map.groupBy(leftOut, ({ reason }) => reason);
  return [
    `  ${count(leftOut.length, 'row is', 'rows are')} left out:`,
    ...[...byReason].flatMap(([reason, rows]) => [
      `   ${rows.length}: ${REASONS[reason]}`,
      ...some(
        rows,
        all,
        ({ path, name, detail }) =>
          `line ${at(file, path)}, ${pathText(path)}: ${name}${detail === '' ? '' : ` (${detail})`}`,
      ),
    ]),
  ];
}

const changeLine = ({ candidate, fields, services, added, kept }: Change): string => {
  const parts = [
    ...Object.keys(fields),
    ...services.map(
      ({ before, fields: changed }) => `${before.value.name}: ${Object.keys(changed).join(', ')}`,
    ),
    ...added.map(({ content }) => `new: ${content.name}`),
    ...kept.map((field) => `${field} stays as it was edited here`),
  ];
  return `${candidate.content.name} (${parts.join('; ') || 'marks only'})`;
};

/** What an import will do to one area; no line where it does nothing. */
export function planLines(plan: Plan, all: boolean): string[] {
  const { created, written, again, changed, unchanged, claimed, gone } = plan;
  const activities = created.reduce((sum, { candidate }) => sum + candidate.services.length, 0);
  const lines = [`${plan.area}:`];
  const groups = (number: number) => count(number, 'group', 'groups');
  if (plan.resumed !== undefined) lines.push('  An import of this file was stopped half way. It goes on.');
  if (created.length > 0)
    lines.push(
      `  ${groups(created.length)} with ${count(activities, 'activity', 'activities')} will be listed as unclaimed:`,
    );
  lines.push(...some(created, all, ({ candidate }) => candidate.content.name));
  if (written.length > 0) lines.push(`  ${groups(written.length)} written before will be shown`);
  if (again.length > 0) lines.push(`  ${groups(again.length)} hidden before will be listed again`);
  if (changed.length > 0)
    lines.push(`  ${groups(changed.length)} will be changed:`, ...some(changed, all, changeLine));
  if (unchanged > 0) lines.push(`  ${groups(unchanged)} stay as they are`);
  if (claimed.length > 0)
    lines.push(
      `  ${groups(claimed.length)} look after their own page now, so the file changes nothing of them:`,
      ...some(claimed, all, ({ content }) => content.name),
    );
  if (gone.length > 0)
    lines.push(
      `  ${groups(gone.length)} listed before cannot be found in the file, or only in rows left out. They stay listed: ring them`,
      ...some(gone, all, ({ name }) => name),
    );
  return lines.length === 1 ? [] : lines;
}

/** What the operator may want to do something about. */
export function tallyLines({ tally }: Gathered, all: boolean): string[] {
  const terms = [...tally.unknownTerms].sort(([, a], [, b]) => b - a);
  const lines: string[] = [];
  if (tally.personal > 0)
    lines.push(
      `${count(tally.personal, 'name, number or address', 'names, numbers and addresses')} that may be somebody’s own were left out.`,
    );
  if (terms.length > 0)
    lines.push(
      `${count(terms.length, 'term is', 'terms are')} not known here. Say what they mean in a file for --terms, such as {"Knit and natter": {"needs": ["company"], "kind": "arts"}}:`,
      ...some(terms, all, ([term, times]) => `${term} (${times})`),
    );
  return lines;
}
