#!/usr/bin/env node
import packageJson from '../../package.json' with { type: 'json' };
import { takeCompiled } from './compiled.ts';
import { homeFolder } from './home.ts';

// Everything else is loaded below, since an older Node cannot even load it, and the version is told without it.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [first, ...more] = process.argv.slice(2);

if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`skypefed needs Node 22.13 or later, and this is ${process.versions.node}. npm start brings its own.`);
  process.exitCode = 2;
} else if (first === '--version' || first === '-V') {
  console.log(packageJson.version);
} else {
  const home = homeFolder({ env: process.env, platform: process.platform });
  takeCompiled(home);
  if (first === '__complete') {
    const { printCandidates } = await import('./completion/candidates.ts');
    await printCandidates(more, home);
  } else {
    const { run } = await import('./run.ts');
    process.exitCode = await run({ args: process.argv.slice(2), home, version: packageJson.version });
  }
}
