import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { hole } from './drawn-marks.ts';

/** A part of a page that the build draws: it only places what it is given, and asks `errorFor` of each field. */
export type DrawnPart = (props: never) => ComponentChildren;

/** A part as the browser finds it in its page: each property is a hole of its name, and every field has an error. */
export function drawing(part: DrawnPart): string {
  const marks = new Proxy(
    {},
    {
      get: (_, name) => (name === 'errorFor' ? (id: string) => hole(`error:${id}`) : hole(String(name))),
      ownKeys: () => {
        throw new Error('A drawn part names what it places: it cannot spread what it is given');
      },
    },
  );
  // Whatever a part asks for is there: by name, as a text.
  return renderToString(<>{part(marks as never)}</>);
}
