import { defineConfig } from 'astro/config';
import { drawnParts } from './drawn-parts.ts';
import { preactByBundler } from './preact-by-bundler.ts';
import { slimContract } from './slim-contract.ts';
import { wholePages } from './whole-pages.ts';
import { wordsUsed } from './words-used.ts';

/** Fields drawn by script come with the pages that have some; the build draws most of them (docs/adr/0073). */
const FIELDS =
  /shared\/ui\/(checkboxes|choice|date-input|error-message|fieldset|form-group|hint|label|radios|select|text-input|textarea)\.tsx/;

/**
 * Few files for a phone: what nearly every working page needs is one script that the browser keeps.
 * What the public pages need stays apart, so that they never load it.
 */
const chunks = [
  { name: 'menu', priority: 3, test: /known-roles/ },
  {
    name: 'near-postcode',
    priority: 3,
    test: /shared\/(model\/(geohash|typed-postcode)|text\/en\/postcode)\.ts/,
  },
  {
    name: 'core',
    priority: 2,
    minShareCount: 12,
    test: (id: string) =>
      /(preact|site\/src\/(lib|islands)|shared\/(ui|text|api|model))\//.test(id) && !FIELDS.test(id),
  },
];

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
  integrations: [preactByBundler(), wholePages()],
  devToolbar: { enabled: false },
  prefetch: false,
  vite: {
    plugins: [wordsUsed(), drawnParts(), slimContract()],
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } } },
    },
    build: {
      assetsInlineLimit: 0,
      minify: false,
      cssMinify: 'lightningcss',
      modulePreload: { polyfill: false },
    },
    // govuk-frontend keeps a media query of old Internet Explorer that Lightning CSS cannot read: skip it.
    css: { lightningcss: { errorRecovery: true }, preprocessorOptions: { scss: { quietDeps: true } } },
  },
});
