import { searchIndex } from '#functions/search/index-reader.ts';
import type { App } from './app.ts';
import { mountFind } from './pages/find.ts';
import { mountGroupPage } from './pages/group.ts';
import { mountLinkWorkers } from './pages/link-workers.ts';
import type { Templates } from './pages/template.ts';
import { mountReports } from './reports.ts';
import { mountSearch } from './search.ts';

/** Everything the public function answers; it reads *directory* and nothing else. */
export function mountPublic(app: App, templates: Templates): void {
  const { table } = app.context;
  const searching = { table, index: searchIndex(table) };
  mountSearch(app, searching);
  mountFind(app, searching, templates);
  mountGroupPage(app, searching, templates);
  mountLinkWorkers(app, searching.index, templates.group);
  mountReports(app);
}
