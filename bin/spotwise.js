#!/usr/bin/env node
'use strict';
// Help is read by whoever waits for it: it has no use for what makes longer runs fast and takes 4 ms to set up.
const isHelp = process.argv.includes('--help');
// Most runs are over before compiling a function a second time, at length, pays: that begins six times later than usual.
if (!isHelp) require('node:v8').setFlagsFromString('--interrupt-budget=400000');
const load = isHelp ? (name) => require(`../dist/program/${name}`) : require('./load.js').loader();
const { main } = load('cli.cjs');
const { nodeWorld } = load('node.cjs');

void main(process.argv.slice(2), nodeWorld()).then((code) => {
  process.exitCode = code;
});
