import type { Command } from '../asked.ts';
import { wordOption } from '../input.ts';
import { products } from '../schemas/names.ts';
import { json, quiet } from './inputs.ts';

const product = wordOption('product', { help: `what is asked with one: ${products.join(', ')}`, words: products });

export const questionsCommand: Command = {
  name: 'questions',
  does: 'tell everything that an answers file can state',
  inputs: [product, json, quiet],
  examples: ['skypefed questions --product lync-2013', 'skypefed questions --json'],
  ask(given) {
    const one = given(product);
    const options = { ...(one ? { product: one } : {}), json: given(json) };
    return { command: 'questions', quiet: given(quiet), options };
  },
};
