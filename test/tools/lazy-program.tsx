#!/usr/bin/env node
// A program that loads what the real one loads when it is used, for the tests of the bundle.
const { Text, renderToString } = await import('ink');
const { default: Conf } = await import('conf');

console.log(renderToString(<Text>drawn by ink</Text>));
console.log(Conf.name.length > 0 ? 'conf is there' : 'conf is not there');
