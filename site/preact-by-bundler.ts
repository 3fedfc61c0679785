import { getContainerRenderer } from '@astrojs/preact/container-renderer';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

const OPTIONS = 'astro:preact:opts';

/** Which components Preact draws: all of them, so there is nothing to choose by. */
const options: Plugin = {
  name: 'preact-options',
  resolveId: (id) => (id === OPTIONS ? `\0${OPTIONS}` : null),
  load: (id) => (id === `\0${OPTIONS}` ? 'export default {};' : null),
};

/**
 * Draws Preact components at build. The integration of `@astrojs/preact` gives each module to Babel, once for
 * the drawing and once for browsers, and has no switch for it; the bundler reads JSX itself, so only the
 * package's renderer is taken. Measured in docs/adr/0125.
 */
export const preactByBundler = (): AstroIntegration => ({
  name: '@astrojs/preact',
  hooks: {
    'astro:config:setup': ({ addRenderer, updateConfig }) => {
      addRenderer(getContainerRenderer());
      updateConfig({
        vite: { plugins: [options], oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } },
      });
    },
  },
});
