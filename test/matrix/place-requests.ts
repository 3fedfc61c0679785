import { AREAS } from '#infra/operator/seed/areas.ts';

/** Whom to ring in Manchester, as the demonstration says. */
export function placeAsItIs() {
  const [manchester] = AREAS;
  if (manchester === undefined) throw new Error('The demonstration has no area');
  const councils = manchester.councils.map(({ name: _name, ...numbers }) => numbers);
  return { version: 1, councils, coordinator: manchester.coordinator };
}
