/**
 * The items that one row of a list was typed with: commas and semicolons part them, quotes hold one together that has
 * such a sign itself. Nothing but blanks and signs is one item, which its kind refuses.
 */
export function itemsIn(text: string): readonly string[] {
  const parts = text.matchAll(/\s*(?:"([^"]*)"\s*(?=[,;]|$)|([^,;]*))(?:[,;]|$)/g);
  const items = [...parts].map(([, held, bare = '']) => (held ?? bare).trim()).filter((item) => item !== '');
  return items.length > 0 ? items : [text];
}

/** An item as it is typed into a row of a list. */
export function itemTyped(item: string): string {
  const [only, ...more] = itemsIn(item);
  return only === item && more.length === 0 ? item : `"${item}"`;
}
