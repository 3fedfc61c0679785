import { hydrate } from 'preact';
import { Gallery } from './gallery.tsx';

// Bundled by the kit's browser test: wakes the gallery in the page that the server drew.
const main = document.querySelector('main');
const asDrawn = main?.innerHTML;
if (main !== null) hydrate(<Gallery />, main);
document.documentElement.dataset['awake'] = String(main?.innerHTML === asDrawn);
