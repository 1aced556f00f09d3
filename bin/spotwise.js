#!/usr/bin/env node
'use strict';
require('node:module').enableCompileCache?.();
const { main } = require('../dist/program/cli.cjs');
const { nodeWorld } = require('../dist/program/node.cjs');

void main(process.argv.slice(2), nodeWorld()).then((code) => {
  process.exitCode = code;
});
