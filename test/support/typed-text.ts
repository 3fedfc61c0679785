import type { BrowserContext } from 'playwright-core';

/** Page code stands as text, so that this program needs no DOM types. What is typed is told when the field is left or sent. */
const TELL_TYPED = `(() => {
  const texts = 'textarea, input:is(:not([type]), [type=text], [type=email], [type=tel], [type=search])';
  const tell = (field) => { if (field.matches?.(texts) && field.value.trim() !== '') typedText(field.name || field.id, field.value); };
  document.addEventListener('focusout', (event) => tell(event.target), true);
  document.addEventListener('change', (event) => tell(event.target), true);
  document.addEventListener('submit', (event) => [...event.target.elements].forEach(tell), true);
})()`;

/** The words of a public search stand in its address, so that it can be sent on. */
const SHARED = new Set(['q']);
/** Shorter than this it may be part of any address. */
const SHORTEST = 5;

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s+]/g, '');

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A journey signs somebody in by the address itself, where a person types it: that is its own doing. */
function withoutHint(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('login_hint');
  return url.href;
}

/** Watches what is typed in a browser, and which addresses it asks for; `leaks` names what was typed and stood in one. */
export async function watchTyped(context: BrowserContext): Promise<{ leaks: () => string[] }> {
  const typed = new Map<string, string>();
  const asked = new Set<string>();
  await context.exposeBinding('typedText', (_source, name: string, value: string) => {
    if (!SHARED.has(name) && plain(value).length >= SHORTEST) typed.set(plain(value), name);
  });
  await context.addInitScript({ content: TELL_TYPED });
  context.on('request', (request) => asked.add(plain(decoded(withoutHint(request.url())))));
  return {
    leaks: () =>
      [...typed].flatMap(([value, name]) =>
        [...asked].filter((url) => url.includes(value)).map((url) => `${name} stands in ${url}`),
      ),
  };
}
