#!/usr/bin/env node
/**
 * npm run new:rule -- storage/tagged-buckets --type aws_s3_bucket --argument tags --summary 'Every bucket has tags'
 *
 * Writes the rule, its page, its two fixtures, its test, its entry in the area's pack and its row in the registry of
 * controls: a rule that works, and asks that every resource of the type sets the argument. What it really should ask is
 * written from there. --root: another folder than the project's.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import * as prettier from 'prettier';

import { rulePieces } from './new-rule/rule-pieces.mjs';

const USAGE = "usage: npm run new:rule -- AREA/NAME --type aws_… --argument NAME --summary 'Every … has …' [--root FOLDER]";

function fail(message) {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        type: { type: 'string' },
        argument: { type: 'string' },
        summary: { type: 'string' },
        root: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
      },
    });
  } catch (error) {
    return fail(error.message);
  }
}

const { positionals, values } = read();
const [id = ''] = positionals;
if (!/^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(id)) fail(`a rule is called <area>/<name> in kebab-case, got "${id}"`);
if (!/^aws_[a-z0-9_]+$/.test(values.type ?? '')) fail(`--type is a resource type like aws_s3_bucket, got "${values.type ?? ''}"`);
if (!/^[a-z0-9_]+$/.test(values.argument ?? '')) fail(`--argument is an argument of it, got "${values.argument ?? ''}"`);
if (!/^[A-Z].*[^.]$/.test(values.summary ?? ''))
  fail(`--summary is a sentence without its full stop, got "${values.summary ?? ''}"`);

const from = (path) => readFileSync(join(values.root, path), 'utf8');
const area = `policies/packs/areas/${id.split('/')[0]}.ts`;
if (!existsSync(join(values.root, area))) fail(`there is no area of this name: ${area}`);
if (existsSync(join(values.root, `policies/rules/${id}.ts`))) fail(`the rule is there already: policies/rules/${id}.ts`);

const options = await prettier.resolveConfig(join(values.root, 'main.ts'));
for (const [path, text] of Object.entries(rulePieces({ id, ...values }, { area, from }))) {
  const parser = path.endsWith('.ts') ? 'typescript' : path.endsWith('.json') ? 'json' : undefined;
  mkdirSync(dirname(join(values.root, path)), { recursive: true });
  writeFileSync(join(values.root, path), parser === undefined ? text : await prettier.format(text, { ...options, parser }));
  console.log(path);
}
