import {
  alternatives,
  backupFirst,
  federationStillWorks,
  goalOutOfReach,
  lync2010SupportEnded,
  lync2013SupportEnded,
  neverTouched,
  noProxyEndDate,
  notOnEdge,
  oneDomainController,
  productNames,
  publicParameterStays,
  registrationSiteClosed,
  replicationForce,
  rightsToRun,
  seAs2019,
  seLifecycle,
  sfb2015SupportEnded,
  sfb2019SupportEnded,
  shellNames,
  skypeClosed,
  skypeInteropEnded,
  threeGates,
  told,
  whatStillMakesSense,
  whereToRun,
  whereToRunSfb,
} from '../facts/index.ts';
import type { Change, Markdown, Moment, Product, Rollout, View } from '../model/index.ts';
import { planOf, seenFrom } from '../plan/index.ts';
import { stepStates, viewOf } from '../state/index.ts';
import { contacts, deployment, steps } from '../steps/index.ts';
import {
  blocks,
  bullets,
  code,
  codeBlock,
  count,
  localDay,
  localTime,
  md,
  numbered,
  showDay,
  stepStateWords,
  table,
} from '../words/index.ts';
import { personSections, stepSections } from './answers.ts';
import { changeSections, changeTable, commandBlocks } from './changes.ts';
import { goNoGo, readBack } from './checks.ts';
import { type Document, printMarkdown, type Section } from './document.ts';
import { changeRecord, openTasks, openWaits, waivers } from './record.ts';

export type RunbookOptions = {
  rollout: Rollout;
  /** When it is written, UTC. */
  written: Moment;
  /** Minutes east of UTC: days and hours are told as the reader's clock shows them. */
  offset: number;
  version: string;
};

/** runbook.md: what a change board reads and what is followed in the maintenance window. */
export function runbook(options: RunbookOptions): string {
  return printMarkdown(runbookDocument(options));
}

function runbookDocument({ rollout, written, offset, version }: RunbookOptions): Document {
  const today = localDay(written, offset);
  const view = viewOf(rollout, today);
  // Nothing is exported before the product is answered.
  const product: Product = view.product ?? 'lync-2013';
  const changes = planOf(view);
  return {
    title: md`Runbook: federation with Skype, ${view.get(deployment.organisation) ?? rollout.id}`.markdown,
    head: headTable({ view, product, version, written: `${showDay(today)} ${localTime(written, offset)}` }),
    sections: [
      { title: 'Before anything else: Skype is closed', body: serviceTruth(product) },
      { title: 'Purpose', body: purpose(changes) },
      { title: 'Decision', body: decision(view) },
      { title: 'Where it stands', body: standing(rollout, view) },
      { title: 'What changes on the server', body: changeTable(changes, seenFrom(rollout, { today, offset }), offset) },
      { title: 'Open tasks', body: openTasks(rollout, view, offset) },
      { title: 'Open waits', body: openWaits(rollout, today) },
      { title: 'Waivers', body: waivers(view) },
      { title: 'Go or no-go', body: goNoGo(changes, view, product) },
      { title: 'Running the script', body: running(product) },
      { title: 'The changes, one by one', sections: changeSections(changes, product) },
      { title: 'Afterwards', body: readBack(changes, product) },
      { title: 'The way back', body: wayBack(changes), sections: wayBackSections(changes, product) },
      ...stepSections(steps, rollout, view),
      ...people(view),
      { title: 'Change record', body: changeRecord(rollout, offset) },
    ],
  };
}

function headTable(options: { view: View; product: Product; version: string; written: string }): Markdown {
  const { view, product, version, written } = options;
  const named = (value: string | undefined) => md`${value ?? 'not named'}`;
  return table(
    [md`For the change board`, md``],
    [
      [md`Organisation`, named(view.get(deployment.organisation))],
      [md`Product`, md`${productNames[product]}`],
      [md`SIP domains`, md`${(view.get(deployment.sipDomains) ?? []).join(', ')}`],
      [md`Owner`, named(view.get(deployment.owner))],
      [md`Approver`, named(view.get(deployment.approver))],
      [md`Maintenance window`, named(view.get(deployment.window))],
      [md`Written`, md`${written}, by skypefed ${version}`],
    ],
  );
}

/** What is known of the support of each product. */
const support = [
  lync2010SupportEnded,
  lync2013SupportEnded,
  sfb2015SupportEnded,
  sfb2019SupportEnded,
  seLifecycle,
  seAs2019,
];

function serviceTruth(product: Product): Markdown {
  return bullets([
    md`${skypeClosed}`,
    md`${registrationSiteClosed}`,
    md`${goalOutOfReach}`,
    md`${skypeInteropEnded} ${publicParameterStays}`,
    md`${noProxyEndDate}`,
    told(product, support),
    md`${whatStillMakesSense}`,
    md`${federationStillWorks} ${alternatives}`,
  ]);
}

function purpose(changes: readonly Change[]): Markdown {
  const what = changes.length
    ? md`This rollout opens the three gates on the server, and guides what people do themselves: registration, accounts, contacts, first call.`
    : md`With these answers nothing changes on the server; what follows is guidance and record.`;
  return blocks(md`${threeGates}`, what, md`${neverTouched}`);
}

function standing(rollout: Rollout, view: View): Markdown {
  const states = stepStates(rollout, view.today);
  const rows = steps.map((step, i) => [
    md`${i + 1}`,
    md`${step.title}`,
    md`${stepStateWords[states.get(step.id) ?? 'untouched']}`,
  ]);
  return blocks(
    view.evidence
      ? md`How far answers and tasks are. What was seen on the server stands with the changes.`
      : md`How far answers and tasks are. Nothing was seen on the server yet: what the script has changed is not told here.`,
    table([md`No.`, md`Step`, md`State`], rows),
  );
}

/** Filled in by hand, by the board and by who carries it out. */
function decision(view: View): Markdown {
  const line = (what: Markdown, who: string | undefined) => [what, md`${who ?? ''}`, md``, md``];
  return blocks(
    table(
      [md``, md`Name`, md`Yes or no, result`, md`Day, signature`],
      [
        line(md`Owner`, view.get(deployment.owner)),
        line(md`Approved`, view.get(deployment.approver)),
        line(md`Carried out`, undefined),
        line(md`Read back`, undefined),
      ],
    ),
    md`The board decides on the parts up to "The way back". From "Step 1" on stand guidance, answers and record, to be looked up.`,
  );
}

function running(product: Product): Markdown {
  return blocks(
    md`${code('scripts/2-apply.ps1')} makes the changes of this page and no others. ${told(product, [whereToRun, whereToRunSfb])} ${rightsToRun} ${notOnEdge}`,
    numbered([
      md`Copy this folder to the Front End. Open the ${shellNames[product]} as an administrator and go to the folder ${code('scripts')}.`,
      md`Look first: ${code('.\\2-apply.ps1 -WhatIf')} reads the server, says everything, changes nothing and writes nothing.`,
      md`Run it: ${code('.\\2-apply.ps1')} shows what differs, asks once for all of it and for high risk on its own, makes the backup, then the changes. ${backupFirst}`,
      md`Run it again: it should say that there is nothing to do. Give it the same ${code('-OutputFolder')} each time, also after a new export: there it finds the values that stood before the first run.`,
    ]),
    table(
      [md`Parameter`, md`Does`],
      parameters.map(([name, does]) => [code(name), md`${does}`]),
    ),
    table(
      [md`Exit code`, md`Means`],
      exitCodes.map(([number, means]) => [code(number), md`${means}`]),
    ),
  );
}

const parameters = [
  ['-WhatIf', 'Says what would be done; nothing is changed, nothing is written.'],
  ['-Confirm', 'Asks before each change, in place of once for all.'],
  ['-Force', 'Asks nothing. High risk is then left out and listed, unless -AcceptHighRisk is given.'],
  ['-AcceptHighRisk', 'High risk is not asked for on its own.'],
  ['-NoBackup', 'Makes no backup of the configuration first.'],
  ['-OutputFolder', 'Where backup, state, transcript and log are written; the folder of the script by default.'],
] as const;

const exitCodes = [
  ['0', 'Done, or nothing to do.'],
  ['1', 'Failed for an unforeseen reason before any change.'],
  ['2', 'Wrong place, module, product or rights; nothing was changed.'],
  ['3', 'Declined, or it could not ask; nothing was changed.'],
  ['4', 'Stopped before any change because of what was found on the server.'],
  ['5', 'Some changes are made and some are not; they are listed. Run it again.'],
] as const;

function wayBack(changes: readonly Change[]): Markdown {
  const { length } = changes.flatMap(({ undo }) => undo);
  return blocks(
    md`Before its first change the script writes what it found to ${code('state-<time>.clixml')} in the output folder. The first values of a rollout stand: later runs add what they touch anew and overwrite nothing.`,
    md`${code('scripts/4-rollback.ps1')} takes back from that file whatever now is as the script made it, last change first; it shows everything and asks once, and for high risk on its own. Look first: ${code('.\\4-rollback.ps1 -WhatIf')}. Where somebody else has changed a value since, it names it and stops before any change; ${code('-Overwrite')} takes that back, too. A policy that the script made and others hold by now stays and is listed. Parameters and exit codes are those of the first script, without ${code('-NoBackup')}; ${code('-StateFile')} names another state file. Use the script of the export that made the change.`,
    md`By hand: beneath each change the script prints its undo command filled in; where a command here says ${code('<value in the state file>')}, that file has the value. To read it, in any PowerShell:`,
    codeBlock('powershell', readState),
    md`Undo in the order below, last change first, and read each value back. Its time: ${count(length, 'command')} at most, each a single call, then replication to the Edge. ${replicationForce} No source gives a time for the whole: measure it in a lab, or plan for as long as the changes took. ${oneDomainController}`,
  );
}

const readState = `$state = Import-Clixml -Path '.\\state-<time>.clixml'
foreach ($record in $state['Records']) {
    $record['Kind'] + ' ' + $record['Identity'] + $(if (-not $record['Existed']) { ': was not there' })
    $record['Before']
}`;

function wayBackSections(changes: readonly Change[], product: Product): readonly Section[] {
  return changes.toReversed().map((change) => ({
    title: `Undo: ${change.desired.title}`,
    body: change.undo.length ? commandBlocks('Run', change.undo, product) : noUndo(change),
  }));
}

function noUndo({ desired, commands }: Change): Markdown {
  if (desired.do === 'run') return md`Nothing of its own: it runs once more when what it made count is set back.`;
  return commands.length === 0
    ? md`Nothing runs, so there is nothing to take back.`
    : md`There is no command that takes this back.`;
}

function people(view: View): readonly Section[] {
  if (view.people.length === 0) return [];
  return [{ title: 'People', sections: personSections(view, (person) => contacts.addressText(person, view)) }];
}
