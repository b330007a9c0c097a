import { productNames, shellModules, versionMarks } from '../facts/index.ts';
import type { Moment, Product, View } from '../model/index.ts';
import { literal } from './literal.ts';

/** For whom and for what a script is written, whatever it is there for. */
export type ScriptOptions = {
  view: View;
  rolloutId: string;
  organisation: string;
  version: string;
  written: Moment;
};

/** The same as the parts of a script take it. `rollout`, `organisation` and `program` are literals. */
export type About = {
  product: Product;
  productName: string;
  /** The module that has the server's cmdlets. */
  module: string;
  /** How Get-CsServerVersion shows the product: its major version, in round brackets. */
  versionMark: string;
  rollout: string;
  organisation: string;
  program: string;
  version: string;
  written: Moment;
};

/** Throws where no product is answered: a script is for one. */
export function about({ view, rolloutId, organisation, version, written }: ScriptOptions): About {
  const { product } = view;
  if (product === undefined) throw new Error('a script is for one product, and none is answered');
  return {
    product,
    productName: productNames[product],
    module: shellModules[product],
    versionMark: versionMarks[product],
    rollout: literal(rolloutId),
    organisation: literal(organisation),
    program: literal(`skypefed ${version}`),
    version,
    written,
  };
}

/**
 * The whole text of a script of these sections: lines end with CR LF, and a byte order mark stands before it where it is
 * not ASCII.
 */
export function asFile(sections: readonly string[]): string {
  const lines = `${sections.join('\n\n')}\n`.replaceAll('\n', '\r\n');
  const isAscii = /^[\r\n\x20-\x7e]*$/.test(lines);
  return isAscii ? lines : `\ufeff${lines}`;
}
