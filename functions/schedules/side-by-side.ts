/**
 * Does the same for each item, `atOnce` of them side by side, portion after portion; answers in the order of
 * the items. The first that throws ends it after its portion.
 */
export async function sideBySide<Given, Made>(
  items: readonly Given[],
  atOnce: number,
  work: (item: Given) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let start = 0; start < items.length; start += atOnce)
    made.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
  return made;
}
