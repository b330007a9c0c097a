/** A program of ours that fails while ink draws, in the folder that is its first argument. */
import { render, Text, useInput } from 'ink';
import { createElement } from 'react';
import { endOnFault } from '../../src/cli/fault.ts';

endOnFault({ home: process.argv[2] ?? '', version: '0.1.0' });

function Screen() {
  // Somebody has to listen, or ink would leave at once.
  useInput(() => undefined);
  return createElement(Text, undefined, 'drawn by ink');
}

render(createElement(Screen), { alternateScreen: true, interactive: true });
process.stdin.once('data', () => {
  throw new Error('nobody thought of this');
});
