import type { FunctionComponent } from 'preact';
import { render } from 'preact-render-to-string';
import { drawing } from '../../site/src/lib/drawing.tsx';
import { drawn } from '../../site/src/lib/drawn.ts';
import { layTemplate } from './tiny-dom.ts';

/** A drawn part as a page shows it with these properties: drawn as the build does, filled as the browser does. */
export function shown<Props extends Readonly<Record<string, unknown>>>(
  part: (props: Props) => ReturnType<FunctionComponent>,
  given: Props,
): string {
  layTemplate('part', drawing(part));
  const Part = drawn('part');
  return render(<Part {...given} />);
}
