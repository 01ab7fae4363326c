import { readFileSync, readdirSync } from 'node:fs';
import { readDefinition } from '../../src/adapters/definition/read-definition.ts';
import type { ModuleId } from '../../src/domain/ids.ts';
import type { ModuleDefinition } from '../../src/domain/module/definition.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import { exampleContent } from './example-content.ts';

/** The definition of the example module, read as from a forge. */
export function exampleModule(): ModuleDefinition {
  const reading = readDefinition(exampleContent(), 'security-sector' as ModuleId, 'c0ffee');
  if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes, null, 2));
  return reading.definition;
}

export interface ExamplePractice {
  readonly id: string;
  readonly answers: Answers;
}

/** The real practices, told in our own words, with invented contributors. */
export function examplePractices(folder = 'examples/practices'): ExamplePractice[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as ExamplePractice);
}
