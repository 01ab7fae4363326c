import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { readDefinition } from '../../../src/adapters/definition/read-definition.ts';
import type { ModuleId, PublicId } from '../../../src/domain/ids.ts';
import type { Answers } from '../../../src/domain/module/form.ts';
import { answersFor } from '../../../src/domain/module/visible-answers.ts';
import { writePage } from '../../../src/domain/publication/page.ts';
import { attributionOf } from '../../../src/domain/safety/attribution.ts';
import { leaksIn } from '../../../src/domain/safety/leak-gate.ts';
import { pageInput } from './page-definition.ts';

const root = join(import.meta.dirname, '../../..');
const moduleFolder = 'modules/security-sector';
const files = ['module.yml', 'texts/en.yml', 'texts/ar.yml', 'texts/fr.yml', 'texts/es.yml'].map((name) => {
  const path = `${moduleFolder}/${name}`;
  return { path, text: readFileSync(join(root, 'examples/content', path), 'utf8') };
});
const reading = readDefinition(files, 'security-sector' as ModuleId, '0'.repeat(40));
assert.ok(reading.ok, 'the example module is broken');
const { definition } = reading;

/** The page that a real practice would get, as its files. */
function pageOf(name: string) {
  const path = join(root, 'examples/practices', `${name}.json`);
  const { answers } = JSON.parse(readFileSync(path, 'utf8')) as {
    answers: Answers & { kind: string; language: string };
  };
  return writePage({
    ...pageInput(),
    definition,
    publicId: 'P-K7Q2M' as PublicId,
    kind: answers.kind,
    language: answers.language,
    answers: answersFor(definition, answers, 'public'),
    attribution: attributionOf(answers, definition, answers.language),
    sections: typeof answers['module_section'] === 'string' ? [answers['module_section']] : [],
    review: {
      rubric: definition.rubric.id,
      version: 1,
      reviews: 3,
      medians: { relevance: 3, do_no_harm: 3.5 },
      decidedOn: '2026-03-04',
    },
  });
}

const names = ['rw-isange-one-stop-centres', 'jo-family-protection-department', 'in-ka-police-training-manual'];

describe('the pages of three real practices', () => {
  for (const name of names) {
    // Run with UPDATE_GOLDEN=1 to write them anew, and read what changed.
    it(`${name} is, to the byte, what was once read and found good`, () => {
      for (const { path, text } of pageOf(name)) {
        const golden = join(import.meta.dirname, '../golden', name, basename(path));
        if (process.env['UPDATE_GOLDEN'] === '1') {
          mkdirSync(join(golden, '..'), { recursive: true });
          writeFileSync(golden, text);
        }
        assert.equal(text, readFileSync(golden, 'utf8'));
      }
    });
  }
});

describe('the pages of all real practices', () => {
  const all = [
    ...names,
    'ar-comisarias-buenos-aires',
    'cd-audiences-foraines-genre',
    'in-mh-special-cells',
    'in-mp-womens-help-desks',
  ];
  const others = [
    'lr-women-children-protection-section',
    'ni-comisarias-actualizacion',
    'pk-rozan-rabta',
    'tz-police-gender-children-desks',
  ];
  for (const name of [...all, ...others]) {
    it(`${name} passes the leak gate`, () => {
      const path = join(root, 'examples/practices', `${name}.json`);
      const { answers } = JSON.parse(readFileSync(path, 'utf8')) as { answers: Record<string, unknown> };
      const printed = attributionOf(answers as Answers, definition, String(answers['language'])).text;
      const links = [
        ...((answers['evidence_links'] ?? []) as { url: string }[]),
        answers['tool'] as { url: string } | undefined,
      ];
      const contacts = ['contact_email', 'contact_name', 'organisation'].map((id) => answers[id]);
      const leaks = leaksIn(pageOf(name), {
        contacts: contacts.filter((text): text is string => typeof text === 'string'),
        allowed: [printed, ...links.flatMap((link) => (link === undefined ? [] : [link.url]))],
        countries: answers['countries'] as string[],
      });
      assert.deepEqual(leaks, []);
    });
  }
});
