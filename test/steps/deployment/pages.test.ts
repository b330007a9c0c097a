import { describe, expect, it } from 'vitest';
import {
  alternatives,
  backupFirst,
  goalOutOfReach,
  hybridOrder,
  lync2013SupportEnded,
  moduleTrap,
  noProxyEndDate,
  onlySeSupported,
  registrationSiteClosed,
  rightsToRun,
  skypeClosed,
  threeGates,
  topologyRights,
  whatStillMakesSense,
  whereToRun,
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

  it('tells the order of old only where a domain is shared', () => {
    expect(tell('servers').markdown).not.toContain(hybridOrder.id);
    expectCited(tell('servers', { 'deployment.hybrid': true }), hybridOrder);
    expect(told(deploymentStep, 'servers', view({ 'deployment.hybrid': true }))).toContain('For the record');
  });

  it('tells where the scripts run, with which rights, and what is kept first', () => {
    expectCited(tell('change'), whereToRun, rightsToRun, topologyRights, moduleTrap, backupFirst);
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
