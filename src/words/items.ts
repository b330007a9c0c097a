/**
 * The items that one row of a list was typed with: commas and semicolons part them, quotes hold one together that has
 * such a sign itself, and a quote between them is typed twice. Nothing but blanks and signs is one empty item, which its
 * kind refuses.
 */
export function itemsIn(text: string): readonly string[] {
  const parts = text.matchAll(/\s*(?:"([^"]*(?:""[^"]*)*)"\s*(?=[,;]|$)|([^,;]*))(?:[,;]|$)/g);
  const items = [...parts].map(([, held, bare = '']) => (held?.replaceAll('""', '"') ?? bare).trim());
  const said = items.filter((item) => item !== '');
  return said.length > 0 ? said : [''];
}

/** An item as it is typed into a row of a list. */
export function itemTyped(item: string): string {
  return /^"|[,;]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item;
}
