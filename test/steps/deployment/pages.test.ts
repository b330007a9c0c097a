import { describe, expect, it } from 'vitest';
import {
  alternatives,
  backupFirst,
  factById,
  goalOutOfReach,
  hybridOrder,
  lync2010SupportEnded,
  lync2013SupportEnded,
  lyncModule,
  moduleTrap,
  noProxyEndDate,
  onlySeSupported,
  registrationSiteClosed,
  rightsToRun,
  seLifecycle,
  sfb2015SupportEnded,
  sfb2019SupportEnded,
  sfbModule,
  shellVersion,
  shellVersion2010,
  shellVersion2015,
  shellVersion2019,
  skypeClosed,
  threeGates,
  topologyRights,
  whatStillMakesSense,
  whereToRun,
  whereToRunSfb,
} from '../../../src/facts/index.ts';
import { sharedTasks, shownPages } from '../../../src/state/index.ts';
import { deploymentStep } from '../../../src/steps/deployment/index.ts';
import { expectCited, page, told, view } from '../edge/contoso.ts';

const tell = (id: string, answers = {}) => page(deploymentStep, id).tell(view(answers));

describe('what the deployment step tells', () => {
  it('begins with what is closed, what is out of reach and what still makes sense', () => {
    expectCited(tell('service'), skypeClosed, registrationSiteClosed, goalOutOfReach, noProxyEndDate, onlySeSupported);
    expectCited(tell('service'), whatStillMakesSense, alternatives);
    expect(told(deploymentStep, 'service', view())).toMatch(/^- Consumer Skype closed on 5 May 2025/);
  });

  it('tells the three gates, and the support of the product that was answered', () => {
    expectCited(tell('servers'), threeGates, lync2013SupportEnded);
    expect(tell('servers', { 'deployment.product': undefined }).markdown).not.toContain(lync2013SupportEnded.id);
  });

  it.each([
    ['lync-2010', lync2010SupportEnded, shellVersion2010, lyncModule],
    ['lync-2013', lync2013SupportEnded, shellVersion, lyncModule],
    ['sfb-2015', sfb2015SupportEnded, shellVersion2015, sfbModule],
    ['sfb-2019', sfb2019SupportEnded, shellVersion2019, sfbModule],
    ['sfb-se', seLifecycle, shellVersion2019, sfbModule],
  ] as const)('tells support, shell and module of %s, and of no other product', (product, support, shell, module) => {
    const answers = { 'deployment.product': product };
    const all = `${tell('servers', answers).markdown}\n${tell('change', answers).markdown}`;
    for (const fact of [support, shell, module]) expect(all).toContain(`[^${fact.id}]`);
    const cited = [...all.matchAll(/\[\^([a-z0-9-]+)\]/g)].map((match) => factById(match[1] ?? ''));
    expect(cited.filter(({ products }) => products && !products.includes(product)).map(({ id }) => id)).toEqual([]);
  });

  it('tells the order of old only where a domain is shared', () => {
    expect(tell('servers').markdown).not.toContain(hybridOrder.id);
    expectCited(tell('servers', { 'deployment.hybrid': true }), hybridOrder);
    expect(told(deploymentStep, 'servers', view({ 'deployment.hybrid': true }))).toContain('For the record');
  });

  it('tells where the scripts run, with which rights, and what is kept first', () => {
    expectCited(tell('change'), whereToRun, rightsToRun, topologyRights, moduleTrap, backupFirst);
    expectCited(tell('change', { 'deployment.product': 'sfb-se' }), whereToRunSfb, rightsToRun);
  });
});

describe('what the deployment step tracks', () => {
  it('is the copy of the configuration and the rights, once for the rollout', () => {
    const tasks = shownPages(deploymentStep, view()).flatMap((one) => sharedTasks(one, view()));
    expect(tasks.map(({ id, per }) => [id, per])).toEqual([
      ['deployment.backup', 'rollout'],
      ['deployment.rights', 'rollout'],
    ]);
  });

  it('changes nothing on the server', () => {
    expect(deploymentStep.wants(view())).toEqual([]);
  });
});
