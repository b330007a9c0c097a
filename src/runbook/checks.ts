import {
  effectivePolicy,
  effectivePolicy2010,
  factsFor,
  hostingProviderUntouched,
  providerUnique,
  replicasLateAtFirst,
  replicationLag,
  rightsToRun,
  topologyEnabled,
  topologyRights,
} from '../facts/index.ts';
import type { Change, Command, Ensure, Markdown, Product, View, Wanted } from '../model/index.ts';
import { things } from '../plan/index.ts';
import { hasCmdlet, printCommand } from '../powershell/index.ts';
import { deployment } from '../steps/index.ts';
import { blocks, cite, code, count, joined, listed, md, table } from '../words/index.ts';

/** One check: what to run, what it should print, what to do where it does not. */
type Check = { run: Markdown; prints: Markdown; otherwise: Markdown };

/** What has to be true before anything is changed; one "no" is a no-go. */
export function goNoGo(changes: readonly Change[], view: View, product: Product): Markdown {
  const ensures = changes.flatMap(({ desired }) => (desired.do === 'ensure' ? [desired] : []));
  const checks = [
    rightsHeld(),
    ...topologyRightsHeld(changes),
    replication(product),
    ...ensures.flatMap((ensure) => [...turnChecks(ensure, product), ...demandChecks(ensure, product)]),
    ...inTheWay(ensures, product),
    ...sitesKnown(ensures, product),
    ...routesKnown(ensures, product),
    ...usersKnown(changes, product),
    ...policyInCommon(ensures, leftOutOf(changes), product),
  ];
  const named = [view.get(deployment.owner), view.get(deployment.approver)].filter((name) => name !== undefined);
  const decide = [...new Set(named)];
  return blocks(
    md`First ${code('scripts/1-discover.ps1')} writes down what is there, on a Front End and on each Edge: it only reads. Keep its ${code('evidence-<computer>-<UTC time>.json')} with this page; ${code('-NoUserNames')} writes a hash in place of each person.`,
    md`Then these, read-only as well. Each has to print what stands beside it; where one does not, nothing is changed. ${decide.length ? md`Decides: ${listed(decide, 'or')}.` : md`Nobody is named who decides.`}`,
    checkTable(checks),
  );
}

/** What reads back once the changes are made; all that can be otherwise is mended in one way, but for replication. */
export function readBack(changes: readonly Change[], product: Product): Markdown {
  const leftOut = leftOutOf(changes);
  const rows = changes.flatMap((change) => readBackOf(change, leftOut, product));
  return blocks(
    md`The script reads each value back by itself. ${code('scripts/3-verify.ps1')} then holds the whole server against this rollout and waits for each Edge, 180 s at most: exit code 0, all is as wanted; 6, what differs is listed. It only reads, and writes evidence, too. A person with a policy of their own is named, and is no difference. To see single values by hand, these print what stands beside them. Where one does not, run the script again: it changes only what differs.`,
    table(
      [md`Run`, md`Should print`],
      rows.map(({ run, prints }) => [run, prints]),
    ),
    md`Once the changes have reached the Edge:`,
    checkTable([replication(product)]),
  );
}

function checkTable(checks: readonly Check[]): Markdown {
  return table(
    [md`Run`, md`Should print`, md`Otherwise`],
    checks.map((check) => [check.run, check.prints, check.otherwise]),
  );
}

function shown(command: Command, product: Product): Markdown {
  return code(printCommand(command, product));
}

function rightsHeld(): Check {
  return {
    run: code('whoami /groups'),
    prints: md`a line with ${code('RTCUniversalServerAdmins')}${cite(rightsToRun)}`,
    otherwise: md`Sign in with an account of that group.`,
  };
}

function replication(product: Product): Check {
  return {
    run: shown({ cmdlet: 'Get-CsManagementStoreReplicationStatus', args: {} }, product),
    prints: md`${code('UpToDate')} True for each Edge${cite(replicationLag)}`,
    otherwise: md`Wait and look again: just after a change False is usual${cite(replicasLateAtFirst)}.`,
  };
}

/** A switch is looked at beforehand too: the script takes the value to turn from, and the one to turn to. */
function turnChecks({ kind, only, set }: Ensure, product: Product): readonly Check[] {
  if (!only) return [];
  const { property, now } = only;
  return [
    {
      run: shown({ cmdlet: things[kind].read, args: {} }, product),
      prints: md`${code(`${property} : ${now}`)}, which the script switches when asked, or ${valueText(property, set[property] ?? null)}, where nothing is to switch`,
      otherwise: md`Stop. The script stops there too.`,
    },
  ];
}

function demandChecks(ensure: Ensure, product: Product): readonly Check[] {
  return (ensure.demands ?? []).map((demand) => ({
    run: shown({ cmdlet: 'Get-CsAccessEdgeConfiguration', args: {} }, product),
    prints: md`${code(`${demand.property} : ${String(demand.equals)}`)}`,
    otherwise: demand.mend,
  }));
}

function inTheWay(ensures: readonly Ensure[], product: Product): readonly Check[] {
  return ensures.flatMap(({ which }) =>
    which.by === 'provider'
      ? [
          {
            run: shown({ cmdlet: 'Get-CsHostingProvider', args: {} }, product),
            prints: md`no entry with Identity ${code(which.identity)} and none with ProxyFqdn ${code(which.proxy)}${cite(providerUnique)}`,
            otherwise: md`Stop. The script stops there too: it never removes a hosting provider${cite(hostingProviderUntouched)}.`,
          },
        ]
      : [],
  );
}

function sitesKnown(ensures: readonly Ensure[], product: Product): readonly Check[] {
  const sites = new Set(
    ensures.flatMap(({ which }) => {
      if (which.by === 'site') return [which.site];
      return which.by === 'in-force' ? which.scopes.flatMap((scope) => (scope.of === 'site' ? [scope.site] : [])) : [];
    }),
  );
  if (sites.size === 0) return [];
  return [
    {
      run: shown({ cmdlet: 'Get-CsSite', args: {} }, product),
      prints: md`${sites.size === 1 ? 'an entry' : 'entries'} for ${joined([...sites].map(code))}, as Identity or DisplayName`,
      otherwise: md`Correct the name of the site in this rollout and export again.`,
    },
  ];
}

/** The Edge pools that federation routes lead to. */
function routesKnown(ensures: readonly Ensure[], product: Product): readonly Check[] {
  const routes = new Set(ensures.flatMap(({ kind, set }) => (kind === 'site' ? Object.values(set).map(String) : [])));
  if (routes.size === 0) return [];
  return [
    {
      run: shown({ cmdlet: 'Get-CsService', args: { EdgeServer: { switch: true } } }, product),
      prints: md`${routes.size === 1 ? 'an entry' : 'entries'} with Identity ${joined([...routes].map(code))}`,
      otherwise: md`Correct the internal name of the Edge pool in this rollout and export again.`,
    },
  ];
}

function topologyRightsHeld(changes: readonly Change[]): readonly Check[] {
  if (!changes.some(({ desired }) => desired.do === 'run')) return [];
  return [
    {
      run: code('whoami /groups'),
      prints: md`a line with ${code('Domain Admins')} as well${cite(topologyRights)}`,
      otherwise: md`Sign in with an account of both groups, or see that setup permissions were delegated${cite(topologyEnabled)}.`,
    },
  ];
}

function usersKnown(changes: readonly Change[], product: Product): readonly Check[] {
  const users = [...new Set(changes.flatMap(({ desired }) => (desired.do === 'grant' ? desired.users : [])))];
  return users.slice(0, 20).map((user) => ({
    run: shown({ cmdlet: 'Get-CsUser', args: { Identity: user } }, product),
    prints: md`exactly one user with this address, enabled`,
    otherwise: md`Correct the address or take the user off the list, and export again: the script leaves this one out and lists it, and grants all others.`,
  }));
}

/** Users whom the script leaves out, as far as was seen. */
function leftOutOf(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ seen }) => seen?.leftOut?.map(({ user }) => user) ?? []));
}

const effective = 'Get-CsEffectivePolicy';

/** What is copied for some users has to be one policy. */
function policyInCommon(ensures: readonly Ensure[], leftOut: ReadonlySet<string>, product: Product): readonly Check[] {
  return ensures.flatMap(({ copies = [], which }) => {
    const users = copies.flatMap((scope) => (scope.of === 'user' && !leftOut.has(scope.user) ? [scope.user] : []));
    const [user] = users;
    if (user === undefined || users.length === 1 || which.by !== 'identity') return [];
    return [
      {
        run: shown(
          { cmdlet: hasCmdlet(effective, product) ? effective : 'Get-CsUser', args: { Identity: user } },
          product,
        ),
        prints: md`the same ${code('ClientPolicy')} for each of the ${count(users.length, 'user')}, unless ${code(which.identity)} is there already`,
        otherwise: md`Have a rollout for each group: a copy is made of one policy, and the script stops where there are several.`,
      },
    ];
  });
}

function readBackOf(
  { desired }: Change,
  leftOut: ReadonlySet<string>,
  product: Product,
): readonly Omit<Check, 'otherwise'>[] {
  // What it made count reads back with the changes before it.
  if (desired.do === 'run') return [];
  if (desired.do === 'grant') {
    const users = desired.users.filter((user) => !leftOut.has(user));
    return users.slice(0, 20).map((user) => ({
      run: shown(
        { cmdlet: hasCmdlet(effective, product) ? effective : 'Get-CsUser', args: { Identity: user } },
        product,
      ),
      prints: md`${code(desired.to)}${cite(...factsFor(product, [effectivePolicy, effectivePolicy2010]))}`,
    }));
  }
  const cmdlet = things[desired.kind].read;
  const args: Command['args'] =
    desired.which.by === 'identity' || desired.which.by === 'provider'
      ? { Identity: desired.which.identity }
      : desired.which.by === 'site'
        ? { Identity: desired.kind === 'site' ? desired.which.site : `site:${desired.which.site}` }
        : {};
  const whose = desired.which.by === 'in-force' ? md`for each policy that the script names: ` : md``;
  // What only goes along with a switch may be otherwise where nothing was switched.
  const told = Object.entries(desired.set).filter(([name]) => !desired.only || name === desired.only.property);
  const values = told.map(([property, value]) => valueText(property, value));
  const copied = desired.ifMissing === 'copy' ? [md`all else as in the policy that was in force`] : [];
  return [{ run: shown({ cmdlet, args }, product), prints: md`${whose}${joined([...values, ...copied])}` }];
}

/** A value as the shell lists it. A level is listed by its name, which no source gives for a number. */
function valueText(property: string, value: Wanted[string]): Markdown {
  if (typeof value === 'object' && value !== null) return md`${code(property)} as it was in force`;
  if (typeof value === 'number') return md`${code(property)} under the name that the script prints for ${value}`;
  return code(`${property} : ${typeof value === 'boolean' ? (value ? 'True' : 'False') : (value ?? '')}`);
}
