import type { PlainOptions } from '../plain/index.ts';
import type { Outcome } from './outcome.ts';

/** The wizard as lines. Ctrl+C, or a terminal that goes away, leaves it, which saves nothing that is not saved already. */
export async function openPlain(options: Omit<PlainOptions, 'input' | 'output' | 'signal'>): Promise<Outcome> {
  const { stdin, stdout } = process;
  const left = new AbortController();
  const leave = () => left.abort('left');
  const goAway = () => left.abort('gone');
  process.on('SIGINT', leave);
  process.on('SIGHUP', goAway);
  stdout.on('error', goAway);
  try {
    const { runPlain } = await import('../plain/index.ts');
    return { code: await runPlain({ ...options, input: stdin, output: stdout, signal: left.signal }) };
  } finally {
    process.off('SIGINT', leave);
    process.off('SIGHUP', goAway);
    stdin.pause();
  }
}
