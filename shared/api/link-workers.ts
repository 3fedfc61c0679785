import { endpoint, Nothing } from './endpoint.ts';

export const linkWorkersPage = endpoint({
  id: 'link_workers.page',
  method: 'GET',
  path: '/link-workers',
  boundary: 'public',
  kind: 'page',
  summary: 'How anybody reaches the link workers of each council here',
  roles: 'anyone',
  reply: Nothing,
  rate: 'public',
});
