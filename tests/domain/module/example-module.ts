import { readFileSync, readdirSync } from 'node:fs';
import { readDefinition } from '../../../src/adapters/definition/read-definition.ts';
import type { ModuleId } from '../../../src/domain/ids.ts';
import type { ModuleDefinition } from '../../../src/domain/module/definition.ts';
import type { Answers } from '../../../src/domain/module/form.ts';

const examples = new URL('../../../examples/', import.meta.url);
const folder = 'modules/security-sector';

/** The files of the example module, as a forge would give them. */
export function exampleFiles(): { path: string; text: string }[] {
  const texts = readdirSync(new URL(`content/${folder}/texts/`, examples)).map((name) => `texts/${name}`);
  return ['module.yml', ...texts].map((name) => {
    const path = `${folder}/${name}`;
    return { path, text: readFileSync(new URL(`content/${path}`, examples), 'utf8') };
  });
}

export function exampleModule(): ModuleDefinition {
  const reading = readDefinition(exampleFiles(), 'security-sector' as ModuleId, 'c0ffee');
  if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes, null, 2));
  return reading.definition;
}

export interface ExamplePractice {
  readonly id: string;
  readonly answers: Answers;
}

/** The real practices, told in our own words, with invented contributors. */
export function examplePractices(): ExamplePractice[] {
  return readdirSync(new URL('practices/', examples))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(`practices/${name}`, examples), 'utf8')) as ExamplePractice);
}
