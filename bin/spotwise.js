#!/usr/bin/env node
import { main } from '../dist/cli.js';
import { nodeWorld } from '../dist/io/node.js';

process.exitCode = await main(process.argv.slice(2), nodeWorld());
