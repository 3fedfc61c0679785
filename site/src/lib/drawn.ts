import { type ComponentChild, type FunctionComponent, h } from 'preact';
import { useRef } from 'preact/hooks';
import { telHref } from '#shared/text/en/format.ts';
import { privateWords } from '#shared/text/en/private-words.ts';
import { countCharacters } from './count-characters.ts';
import type { FieldsProps } from './drawn-marks.ts';
import { keepName } from './keep-name.ts';

/*
 * Parts of a page that the build has drawn (`*.drawn.tsx`) wait in its templates, so that neither their
 * markup nor their words are script. Here a template becomes Preact’s elements again, with what is known
 * only now: the answers so far, the errors, and what fills the holes.
 */

/** What a part is given (its own type says it where it is used), and the texts that were once warned about. */
type Part = { given: Partial<FieldsProps> & Readonly<Record<string, unknown>>; warned: Set<string> };
/** Where in it we are: whether the question around is wrong, and the chosen value of the list around. */
type Around = { isWrong: boolean; chosen?: unknown };

const MARKS: Readonly<Record<string, RegExp>> = {
  class: /\S+--error\b/g,
  'aria-describedby': /\S+-error\b/g,
};

/** Whether each error drawn in an element holds now, in their order. */
const errorsIn = ({ given, warned }: Part, node: Element): boolean[] =>
  [...node.querySelectorAll('.govuk-error-message')].map(({ textContent }) => {
    const id = /error:(.+)⟧/.exec(textContent)?.[1] ?? '';
    const error = given.errorFor?.(id);
    if (error?.startsWith(privateWords.prefix)) warned.add(keepName(id));
    return error !== undefined;
  });

/** A text with its holes filled: every second part is the name of a hole. */
const filled = (text: string, { given }: Part): ComponentChild[] =>
  text.split(/⟦(.+?)⟧/).map((part, index) => {
    const [name = '', id] = part.split(':');
    if (index % 2 === 0) return part;
    // What fills a hole is something to show: the part's own type says so where it is used.
    return id === undefined ? (given[name] as ComponentChild) : given.errorFor?.(id);
  });

/** An attribute as it is now: without the signs of an error when there is none, left out when its hole stays empty. */
function attribute(name: string, drawnAs: string, part: Part, isWrong: boolean): unknown {
  if (drawnAs === '') return name === 'value' ? '' : true;
  const mark = isWrong ? undefined : MARKS[name];
  const value = filled(mark ? drawnAs.replace(mark, '').trim() : drawnAs, part).join('');
  return value.replace(/^tel:.+/, telHref) || undefined;
}

function propsOf(node: Element, part: Part, { isWrong, chosen }: Around): Record<string, unknown> {
  const { given } = part;
  const props: Record<string, unknown> = {};
  for (const { name, value } of node.attributes) props[name] = attribute(name, value, part, isWrong);
  const { type, name, value, checked } = props;
  const answer = given.values?.[String(name)];
  // As defaults: what people choose or type afterwards stays when the page is drawn again.
  if (type === 'radio' || type === 'checkbox') {
    delete props['checked'];
    props['defaultChecked'] = answer === undefined ? checked : [answer].flat().includes(String(value));
  } else if (answer !== undefined) props['defaultValue'] = answer;
  if (chosen !== undefined) props['selected'] = chosen === value;
  if ('data-max' in props) props['onInput'] = countCharacters;
  // What is folded away opens by itself when something in it needs another look.
  if (node.localName === 'details' && errorsIn(part, node).some(Boolean)) props['open'] = true;
  return props;
}

/** Whether a property is set, or says (or lists) that code. */
function holds(when: string, { given, warned }: Part): boolean {
  const [name = '', code] = when.split('=');
  const is = given[name];
  return code === undefined ? Boolean(is) || warned.has(name) : [is].flat().includes(code);
}

/** Whether an element is there at all: what holds only at times, and an error where there is none, is not. */
const isThere = (
  { classList, dataset: { when } }: HTMLElement | SVGElement,
  part: Part,
  isWrong: boolean,
): boolean =>
  (when === undefined || when.split(' ').some((one) => holds(one, part))) &&
  (isWrong || !classList.contains('govuk-error-message'));

function drawnFrom(node: Node, part: Part, around: Around): ComponentChild {
  if (!(node instanceof HTMLElement || node instanceof SVGElement))
    return filled(node.textContent ?? '', part);
  const { localName } = node;
  const isGroup = node.classList.contains('govuk-form-group');
  const isWrong = isGroup ? errorsIn(part, node)[0] === true : around.isWrong;
  if (!isThere(node, part, isWrong)) return null;
  const chosen =
    localName === 'select' ? part.given.values?.[node.getAttribute('name') ?? ''] : around.chosen;
  const within = node instanceof HTMLTemplateElement ? node.content : node;
  const draw = (one: Part) =>
    [...within.childNodes].map((child) => drawnFrom(child, one, { isWrong, chosen }));
  const { each } = node.dataset;
  if (each !== undefined) {
    const options = part.given.options?.[each] ?? [];
    return options.map((one) => draw({ ...part, given: { ...part.given, ...one } }));
  }
  const inside = draw(part);
  if (within !== node) return inside;
  const props = propsOf(node, part, { isWrong, chosen: localName === 'option' ? chosen : undefined });
  return h(localName, props, inside);
}

/** The part of that name: drawn by the build, waiting in a template of the page. */
export const drawn =
  (name: string): FunctionComponent<Part['given']> =>
  (given) => {
    const warned = useRef(new Set<string>());
    const template = document.getElementById(name);
    const nodes = template instanceof HTMLTemplateElement ? [...template.content.childNodes] : [];
    return nodes.map((node) => drawnFrom(node, { given, warned: warned.current }, { isWrong: false }));
  };
