#!/usr/bin/env node
'use strict';
// Most runs are over before compiling a function a second time, at length, pays: that begins six times later than usual.
// To ask for that takes 3 ms, which help has no use for.
if (!process.argv.includes('--help')) require('node:v8').setFlagsFromString('--interrupt-budget=400000');
require('node:module').enableCompileCache?.();
const { main } = require('../dist/program/cli.cjs');
const { nodeWorld } = require('../dist/program/node.cjs');

void main(process.argv.slice(2), nodeWorld()).then((code) => {
  process.exitCode = code;
});
