import type { Fact, Markdown, Product } from '../model/index.ts';
import { md } from '../words/index.ts';

/** Those of the facts that are about this product; all of them while none is answered. */
export function factsFor(product: Product | undefined, facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ products }) => !products || product === undefined || products.includes(product));
}

/** Those facts as sentences one after the other, each with its citation. */
export function told(product: Product | undefined, facts: readonly Fact[]): Markdown {
  return {
    markdown: factsFor(product, facts)
      .map((fact) => md`${fact}`.markdown)
      .join(' '),
  };
}
