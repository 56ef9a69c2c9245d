#!/usr/bin/env node
/** What judges GitHub's workflows: `node scripts/actionlint.mjs pipelines/github/deliver.yml`. */
import { runGoTool } from './go-tool.mjs';

runGoTool({ name: 'actionlint', source: 'github.com/rhysd/actionlint/cmd/actionlint', version: 'v1.7.12', go: '1.25' });
