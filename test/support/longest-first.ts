import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, on a machine that has not measured it yet; begun last, it would be waited for alone. */
const LONGEST = ['matrix/fuzz', 'matrix/matrix', 'matrix/grants', 'journey/gaps', 'local/process'];

const place = ({ moduleId }: TestSpecification): number => {
  const found = LONGEST.findIndex((name) => moduleId.includes(`/${name}.`));
  return found < 0 ? LONGEST.length : found;
};

/** Files in the order in which vitest has them, within each project the longest first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...Map.groupBy(sorted, ({ project }) => project.name).values()];
    return projects.flatMap((some) => some.toSorted((a, b) => place(a) - place(b)));
  }
}
