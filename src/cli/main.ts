#!/usr/bin/env node
import packageJson from '../../package.json' with { type: 'json' };

if (process.argv.includes('--version')) {
  console.log(packageJson.version);
} else {
  console.log('skypefed walks an administrator of Lync Server through federation with Skype.');
}
