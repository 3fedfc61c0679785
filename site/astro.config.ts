import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { slimContract } from './slim-contract.ts';

/**
 * A static site without one inline script or style: the content security policy allows neither, and
 * has no exceptions. Preact only draws at build; in the browser our own scripts mount islands.
 */
export default defineConfig({
  output: 'static',
  outDir: './dist',
  // One file for one address: /about is about.html, and the templates of the public function stand alone.
  build: { format: 'file', inlineStylesheets: 'never', assets: '_assets' },
  trailingSlash: 'never',
  scopedStyleStrategy: 'class',
  integrations: [preact()],
  devToolbar: { enabled: false },
  prefetch: false,
  vite: {
    plugins: [slimContract()],
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    // govuk-frontend keeps a media query of old Internet Explorer that Lightning CSS cannot read: skip it.
    css: { lightningcss: { errorRecovery: true }, preprocessorOptions: { scss: { quietDeps: true } } },
  },
});
