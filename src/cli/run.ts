import type { Surroundings } from '../model/index.ts';
import { codeOf, reasonOf } from '../state/index.ts';
import type { Asked } from './asked.ts';
import { endOnFault, faultOf } from './fault.ts';
import { exitCodes, type Outcome, print, refuse } from './outcome.ts';
import { surroundingsOf } from './surroundings.ts';
import { openWizard } from './wizard.ts';

/** `home`: the folder in which everything of ours is kept. */
export type Run = { args: readonly string[]; home: string; version: string };

/** Does what the arguments ask for and returns the exit code. The one place where an unforeseen error ends. */
export async function run({ args, home, version }: Run): Promise<number> {
  endOnLostOutput();
  endOnFault({ home, version });
  try {
    const around = surroundingsOf({ env: process.env, version });
    if ('said' in around) return print(refuse(exitCodes.usage, around.said));
    return await carryOut(args, home, around);
  } catch (error) {
    return print(faultOf(error, { home, version }));
  }
}

async function carryOut(args: readonly string[], home: string, around: Surroundings): Promise<number> {
  // The usual start does without the parser of arguments.
  if (args.length === 0) return print(await openWizard({ plain: false, noColor: false, ascii: false }, home, around));
  const { parseArguments } = await import('./arguments.ts');
  const asked = parseArguments(args, around.version);
  return print(await outcomeOf(asked, home, around), asked.quiet);
}

async function outcomeOf(asked: Asked, home: string, around: Surroundings): Promise<Outcome> {
  switch (asked.command) {
    case 'tell':
      return asked.outcome;
    case 'wizard':
      return openWizard(asked.options, home, around);
    case 'export': {
      const { runExport } = await import('./export.ts');
      return runExport(asked.options, home, around);
    }
    case 'import': {
      const { importFile } = await import('./import.ts');
      return importFile(asked.options, home, around);
    }
    case 'list': {
      const { listRollouts } = await import('./list.ts');
      return listRollouts(asked.options, home, around);
    }
    case 'remove': {
      const { removeRollout } = await import('./remove.ts');
      return removeRollout(asked.options, home, around);
    }
    case 'status': {
      const { tellStatus } = await import('./status.ts');
      return tellStatus(asked.options, home, around);
    }
    case 'plan': {
      const { tellPlan } = await import('./plan.ts');
      return tellPlan(asked.options, home, around);
    }
    case 'answers': {
      const { writeAnswersFile } = await import('./answers.ts');
      return writeAnswersFile(asked.options, home, around);
    }
    case 'questions': {
      const { tellQuestions } = await import('./questions.ts');
      return tellQuestions(asked.options, around);
    }
    case 'completion': {
      const { printCompletion } = await import('./completion.ts');
      return printCompletion(asked.options);
    }
    case 'schema': {
      const { printSchema } = await import('./schema.ts');
      return printSchema(asked.options);
    }
  }
}

/** What is printed goes where somebody else says: that it cannot be written there is no fault of ours. */
function endOnLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      // Whoever reads us has read enough.
      if (codeOf(error) === 'EPIPE') process.exit();
      // Without its terminal the wizard ends by itself, and gives back what it holds.
      if (codeOf(error) === 'EIO' && stream.isTTY) return;
      if (stream === process.stdout) process.stderr.write(`What was to be printed is lost: ${reasonOf(error)}.\n`);
      process.exit(exitCodes.cannotUseSaved);
    });
  }
}
