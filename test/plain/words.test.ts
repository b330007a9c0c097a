import { describe, expect, it } from 'vitest';
import { allFields, allTasks } from '../../src/steps/index.ts';
import { freshFolder } from '../state/around.ts';
import { onDisk } from '../terminal/disk.ts';
import { contoso } from '../terminal/exported.ts';
import { contosoWith, homeWith, rolloutFrom } from '../terminal/homes.ts';
import { around, type Conversation, converse, promptIn } from './conversation.ts';
import { turnsThrough } from './journey.ts';

/** A rollout that was named just now, at the question for its product. */
async function atProduct(): Promise<{ talk: Conversation; home: string }> {
  const home = freshFolder();
  const talk = converse({ home, begin: true });
  for (const line of ['Contoso', '']) await talk.say(line);
  expect(promptIn(await talk.asked())).toBe('Product:');
  return { talk, home };
}

/** All that was said, on one line. */
const flat = (said: string) => said.replace(/\s+/g, ' ');

it('the first lines say that Skype is closed, and which words are understood', async () => {
  const first = flat(await converse({ home: freshFolder() }).asked());
  expect(first.indexOf('Consumer Skype closed on 5 May 2025')).toBeLessThan(120);
  expect(first).toContain('At every question back, why and leave are understood; help tells all words.');
  expect(first).toContain('The registration site https://pic.lync.com closed on 15 August 2019.');
  expect(first).toContain('nobody on Skype can be reached with it.');
  expect(first).toContain(
    'Have at hand product and update, SIP domains, Access Edge names, sites. Nothing here touches',
  );
});

describe('a word instead of an answer', () => {
  it('why tells the reasons of this question and their sources, then asks again', async () => {
    const { talk } = await atProduct();
    const said = await talk.say('why');
    expect(flat(said)).toMatch(/Sources: 1: .+, github\.com\//);
    expect(promptIn(said)).toBe('Product:');
  });

  it('more tells all of the page, by hand and with its sources', async () => {
    const { talk } = await atProduct();
    const said = flat(await talk.say('more'));
    expect(said).toContain('What you have.');
    expect(said).toContain('Three gates have to be open at once');
    expect(said).toContain('Sources: 1: ');
  });

  it('again says the question once more', async () => {
    const { talk } = await atProduct();
    const before = await talk.asked();
    const again = await talk.say('again');
    expect(before.endsWith(again)).toBe(true);
    expect(again).toContain('2: Lync Server 2013.');
  });

  it('help tells every word', async () => {
    const { talk } = await atProduct();
    const said = await talk.say('help');
    for (const word of ['back', 'why', 'more', 'again', 'skip', 'clear', 'undo', 'up', 'steps', 'help', 'leave'])
      expect(said).toMatch(new RegExp(`^${word}: `, 'm'));
    for (const deed of ['remove 1 takes', 'change 1 asks', 'add adds']) expect(flat(said)).toContain(deed);
  });

  it('back leads to the question before, over pages too, and back in order', async () => {
    const { talk } = await atProduct();
    await talk.say('back');
    expect(promptIn(await talk.asked())).toBe('Organisation:');
    for (const [typed, prompt] of [
      ['', 'Line:'],
      ['1', 'Product:'],
      ['2', 'Line:'],
    ] as const)
      expect(promptIn(await talk.say(typed))).toBe(prompt);
  });

  it('skip goes on without what is needed, and Review names it', async () => {
    const { talk } = await atProduct();
    expect(flat(await talk.say(''))).toContain('Product is needed. skip goes on without it; Review names it then.');
    expect(promptIn(await talk.say('skip'))).toBe('SIP domains, 1:');
    await talk.say('steps');
    expect(flat(await talk.say('review'))).toContain('Missing: Deployment, Product. Which version are');
  });

  it('undo takes the last change back where it was made, and puts it there again', async () => {
    const { talk, home } = await atProduct();
    await talk.say('Lync Server 2013');
    expect(onDisk(home).stated.answers).toHaveProperty('deployment.product', 'lync-2013');
    const said = await talk.say('undo');
    expect(flat(said)).toContain('Product: not answered again (was Lync Server 2013). undo puts it back.');
    expect(promptIn(said)).toBe('Product:');
    expect(onDisk(home).stated.answers).not.toHaveProperty('deployment.product');
    await talk.say('undo');
    expect(onDisk(home).stated.answers).toHaveProperty('deployment.product', 'lync-2013');
  });

  it('clear takes an answer away', async () => {
    const { talk, home } = await atProduct();
    for (const line of ['2', 'back']) await talk.say(line);
    expect(flat(await talk.say('clear'))).toContain('Noted: no answer.');
    expect(onDisk(home).stated.answers).not.toHaveProperty('deployment.product');
  });

  it('where there is none, clear says so and asks again', async () => {
    const { talk } = await atProduct();
    const said = await talk.say('clear');
    expect(flat(said)).toContain('There is no answer here that could be taken away.');
    expect(promptIn(said)).toBe('Product:');
    expect(promptIn(await talk.say('steps'))).toBe('Choice:');
    expect(flat(await talk.say('clear'))).toContain('There is no answer here that could be taken away.');
  });

  it('up leads from a page to the steps, and from there to the rollouts', async () => {
    const { talk } = await atProduct();
    expect(await talk.say('up')).toContain('Contoso, all steps:');
    expect(await talk.say('up')).toContain('1 rollout:');
  });

  it('in quotes it is an answer', async () => {
    const { talk, home } = await atProduct();
    for (const line of ['back', '"back"']) await talk.say(line);
    expect(onDisk(home).stated.answers).toHaveProperty('deployment.organisation', 'back');
  });

  it('at every question of a whole rollout why tells something and asks the same again', async () => {
    const talk = converse({ home: freshFolder(), begin: true });
    await talk.say('Contoso');
    for (const { prompt, typed } of turnsThrough(contoso, around.now().slice(0, 10))) {
      const said = await talk.say('why');
      expect(promptIn(said), prompt).toBe(prompt);
      expect(said.length, prompt).toBeGreaterThan(prompt.length + 20);
      await talk.say(typed);
    }
    expect(await talk.asked()).toContain('Review.');
  });

  it('back leads from the last page over every question to the first one, and out to the steps', async () => {
    const talk = converse({ home: await homeWith(rolloutFrom(contoso)), open: 'contoso' });
    for (const line of ['steps', 'Contacts']) await talk.say(line);
    const asks: string[] = [];
    let said = await talk.asked();
    for (; !said.includes('all steps:'); said = await talk.say('back')) {
      asks.push(promptIn(said));
      expect(asks.length).toBeLessThan(120);
    }
    const labels = [...allFields, ...allTasks].filter(({ id }) => id in contoso).map(({ label }) => label);
    const missed = labels.filter((label) => !asks.some((prompt) => prompt.startsWith(label)));
    // There is nothing to choose of the goal, and records are asked for by the name of one.
    expect(missed).toEqual(['Goal', 'Edge pools', 'Federation routes']);
    expect(asks.at(-1)).toBe('Organisation:');
  });

  it('skip leads over everything that can be asked, to Review', async () => {
    const talk = converse({
      home: await homeWith(rolloutFrom(contosoWith('deployment.organisation'))),
      open: 'contoso',
    });
    let asked = 0;
    for (let said = await talk.asked(); !said.includes('Review.'); said = await talk.say('skip')) {
      asked++;
      expect(asked).toBeLessThan(120);
    }
    expect(asked).toBeGreaterThan(20);
  });
});

describe('it is left', () => {
  it.each<[string, (talk: Conversation) => unknown]>([
    ['by the word', (talk) => talk.say('leave')],
    ['by Ctrl+C', (talk) => talk.leave()],
    ['by the end of input', (talk) => talk.end()],
  ])('%s: all is saved, the lock is given back, and it says how to go on', async (_, leave) => {
    const { talk, home } = await atProduct();
    await talk.say('2');
    leave(talk);
    expect(await talk.left).toBe(130);
    expect(flat(talk.heard())).toMatch(
      /Contoso is saved: 2 answers, 0 tasks\. In .+ Go on with: skypefed open contoso $/,
    );
    expect(onDisk(home).stated.answers).toHaveProperty('deployment.product', 'lync-2013');
    const next = converse({ home, open: 'contoso' });
    expect(await next.asked()).not.toContain('another window');
  });

  it('by a terminal that goes away: nothing is written to it any more', async () => {
    const { talk } = await atProduct();
    const before = talk.heard();
    talk.leave('gone');
    expect(await talk.left).toBe(130);
    expect(talk.heard().trimEnd()).toBe(before.trimEnd());
  });

  it('at home', async () => {
    const talk = converse({ home: freshFolder() });
    await talk.say('leave');
    expect(await talk.left).toBe(130);
    expect(flat(talk.heard())).toMatch(/No rollout is begun yet\. In .+ Go on with: skypefed $/);
  });
});
