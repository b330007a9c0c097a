import { products } from '../facts/index.ts';
import type { AnyField, Product } from '../model/index.ts';
import { deployment } from '../steps/index.ts';
import { listed } from '../words/index.ts';
import { probe } from './probe.ts';

/**
 * What holds while a field is not answered: nothing, a value, one for each product, or what follows from other answers, with
 * an example of that. `same`: it is their value.
 */
export type Default =
  | { of: 'none' }
  | { of: 'value'; value: unknown }
  | { of: 'product'; values: ReadonlyMap<Product, unknown> }
  | { of: 'answers'; ids: readonly string[]; such: unknown; same: boolean };

/** What holds while a field is not answered, found out by asking its fallback in every case of what that looks at. */
export function defaultOf(field: AnyField): Default {
  const { dimensions, outcomes } = probe((view) => field.fallback?.(view));
  const ids = dimensions.map(({ id }) => id);
  const found = outcomes.filter(({ says }) => says !== undefined);
  const [first] = found;
  if (!first) return { of: 'none' };
  if (ids.length === 0) return { of: 'value', value: first.says };
  if (ids.every((id) => id === deployment.product.id)) {
    const values = products.map((product) => {
      const says = found.find(({ given }) => given.get(deployment.product.id) === product)?.says;
      return [product, says] as const;
    });
    return { of: 'product', values: new Map(values.filter(([, value]) => value !== undefined)) };
  }
  const [id = ''] = ids;
  const same = ids.length === 1 && outcomes.every(({ given, says }) => says === given.get(id));
  return { of: 'answers', ids, such: first.says, same };
}

/** The same for a product: a value, where there is one for it. */
export function defaultFor(found: Default, product: Product | undefined): Default {
  if (found.of !== 'product' || product === undefined) return found;
  const value = found.values.get(product);
  return value === undefined ? { of: 'none' } : { of: 'value', value };
}

/** As a phrase, values as an answers file has them: `"level-2" for lync-2013, else "product-default"`. */
export function defaultText(found: Default): string | undefined {
  switch (found.of) {
    case 'none':
      return undefined;
    case 'value':
      return JSON.stringify(found.value);
    case 'product':
      return textByProduct(found.values);
    case 'answers':
      return found.same
        ? `that of ${listed(found.ids)}`
        : `from ${listed(found.ids)}, such as ${JSON.stringify(found.such)}`;
  }
}

/** The value that most products have is told last. */
function textByProduct(values: ReadonlyMap<Product, unknown>): string {
  const groups = new Map<string, Product[]>();
  for (const [product, value] of values) {
    const text = JSON.stringify(value);
    groups.set(text, [...(groups.get(text) ?? []), product]);
  }
  const all = [...groups].toSorted(([, a], [, b]) => a.length - b.length);
  const told = all.slice(0, -1).map(([text, of]) => `${text} for ${listed(of, 'or')}`);
  return [...told, `else ${all.at(-1)?.[0]}`].join(', ');
}
