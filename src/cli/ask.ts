/** Asks a yes/no question on the terminal, no being the default; undefined where it was left without an answer. */
export async function askWhether(question: string): Promise<boolean | undefined> {
  const { createPromptModule } = await import('inquirer');
  const { stdin, stderr } = process;
  const left = new AbortController();
  // Ctrl+D and a terminal that goes away make readline let go of its input, which inquirer would wait for ever after.
  const letGo = () => left.abort();
  stdin.once('pause', letGo);
  try {
    // On stderr: stdout may be a file.
    const ask = createPromptModule({ input: stdin, output: stderr, signal: left.signal });
    const { yes } = await ask([
      { type: 'confirm', name: 'yes', message: question, default: false, theme: { prefix: '?' } },
    ]);
    return yes;
  } catch (error) {
    if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name)) return undefined;
    throw error;
  } finally {
    stdin.off('pause', letGo);
  }
}
