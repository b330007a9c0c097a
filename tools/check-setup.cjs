'use strict';

// Runs before start and test on whatever Node is there, so it is written for the oldest.

var fs = require('fs');
var path = require('path');

var OLDEST_MAJOR = 22;
var OLDEST_MINOR = 13;

/**
 * What stands in the way of running here, or undefined.
 * @param {string} version a Node version, as in process.versions.node
 * @param {boolean} installed whether the folder's dependencies are there
 * @returns {string | undefined} a sentence that says what to do
 */
function complaint(version, installed) {
  var parts = version.split('.').map(Number);
  var major = parts[0] || 0;
  var minor = parts[1] || 0;
  if (!installed) {
    return 'skypefed is not set up in this folder. Run "npm ci" here, then the same command again.';
  }
  if (major < OLDEST_MAJOR || (major === OLDEST_MAJOR && minor < OLDEST_MINOR)) {
    return (
      'skypefed needs Node ' +
      OLDEST_MAJOR +
      '.' +
      OLDEST_MINOR +
      ' or later, and this is Node ' +
      version +
      '. Its dependencies bring a newer one, used by "npm start" and "npm test".\n' +
      'Run "npm ci" here without --ignore-scripts, then the same command again.'
    );
  }
  return undefined;
}

/** @returns {void} */
function main() {
  var esbuild = path.join(__dirname, '..', 'node_modules', 'esbuild', 'package.json');
  var found = complaint(process.versions.node, fs.existsSync(esbuild));
  if (!found) return;
  process.stderr.write(found + '\n');
  process.exitCode = 1;
}

module.exports = { complaint: complaint };

if (require.main === module) main();
