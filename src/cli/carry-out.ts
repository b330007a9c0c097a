import type { Surroundings } from '../model/index.ts';
import type { Asked } from './asked.ts';
import { faultOf } from './fault.ts';
import { exitCodes, type Outcome, type Printed, printed, refuse } from './outcome.ts';
import { surroundingsOf } from './surroundings.ts';
import { openWizard } from './wizard.ts';

type Options = {
  /** The folder in which everything of ours is kept. */
  home: string;
  /** What tells the time and the person. */
  env: Readonly<Record<string, string | undefined>>;
  version: string;
};

/**
 * Does what the arguments ask for, and returns what is then to be printed. Only what asks on a terminal prints by itself.
 * The one place where an unforeseen error ends.
 */
export async function carryOut(args: readonly string[], { home, env, version }: Options): Promise<Printed> {
  try {
    const around = surroundingsOf({ env, version });
    if ('said' in around) return printed(refuse(exitCodes.usage, around.said));
    const asked = await askedBy(args, version);
    return printed(await outcomeOf(asked, home, around), asked.quiet);
  } catch (error) {
    return printed(faultOf(error, { home, version }));
  }
}

async function askedBy(args: readonly string[], version: string): Promise<Asked> {
  // The usual start does without the parser of arguments.
  if (args.length === 0) return { command: 'wizard', options: { plain: false, noColor: false, ascii: false } };
  const { parseArguments } = await import('./arguments.ts');
  return parseArguments(args, version);
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
