import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDefinition } from '../../../src/adapters/definition/read-definition.ts';
import type { ModuleId } from '../../../src/domain/ids.ts';
import { mistakeKinds } from '../../../src/domain/module/mistakes.ts';
import type { DefinitionMistake } from '../../../src/domain/module/mistakes.ts';
import type { ForgeFile } from '../../../src/ports/forge.ts';
import english from '../../../src/i18n/locales/en/definition.json' with { type: 'json' };
import { exampleContent } from '../../support/example-content.ts';
import { exampleModule } from '../../support/example-module.ts';

const modulePath = 'modules/security-sector/module.yml';
const englishPath = 'modules/security-sector/texts/en.yml';
const files = exampleContent();
const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? '';

function mistakesIn(changed: readonly ForgeFile[]): readonly DefinitionMistake[] {
  const reading = readDefinition(changed, 'security-sector' as ModuleId, 'c0ffee');
  return reading.ok ? [] : reading.mistakes;
}

const withText = (path: string, text: string): ForgeFile[] =>
  files.map((file) => (file.path === path ? { path, text } : file));

/** The example with one passage of one file changed; the passage must be there. */
function edited(path: string, from: string, to: string): { files: ForgeFile[]; lineOf: (needle: string) => number } {
  const text = textOf(path);
  assert.equal(text.includes(from), true, from);
  const changed = text.replace(from, () => to);
  const lineOf = (needle: string): number => changed.slice(0, changed.indexOf(needle)).split('\n').length;
  return { files: withText(path, changed), lineOf };
}

/** One change to `module.yml`, the mistake it makes, and a passage that stands on the line that must be named. */
const slips: readonly (readonly [from: string, to: string, kind: DefinitionMistake['kind'], at: string])[] = [
  [
    'when: { field: kind, in: [case_study] }',
    'when: { field: licence, not_in: [] }',
    'asked_too_late',
    'when: { field: licence',
  ],
  ['quorum: 2', 'quorum: two', 'wrong_type', 'quorum: two'],
  ['quorum: 2', 'quorum: 0', 'too_small', 'quorum: 0'],
  ['quorum: 2', 'quorum: 2.5', 'wrong_type', 'quorum: 2.5'],
  ['quorum: 2', 'quorum: 3', 'reviews_crossed', 'policy:'],
  ['quorum: 2', 'qourum: 2', 'unknown_key', 'qourum'],
  ['review_days: 21', 'review_days: 99999', 'too_large', 'review_days'],
  ['time_zone: UTC', 'time_zone: Mars/Olympus', 'bad_value', 'time_zone'],
  ['merge: service', 'merge: nobody', 'not_allowed', 'merge: nobody'],
  ['field: risk_people\n    second', 'field: risks\n    second', 'unknown_field', 'field: risks'],
  ['hold: [high, unknown]', 'hold: [high, awful]', 'unknown_choice', 'hold: [high'],
  ['  safety_contact: safety@example.org\n', '', 'missing', 'operator:'],
  ['contact@example.org', 'contact at example.org', 'bad_value', 'contact at'],
  ['exit: https://www.wikipedia.org/', 'exit: javascript:alert(1)', 'bad_value', 'exit: java'],
  ['languages: [en, fr,', 'languages: [en, en, fr,', 'listed_twice', 'languages: [en, en'],
  [
    'interface_languages: [en, fr, es, ar]',
    'interface_languages: [en, fr, es, ar, sw]',
    'language_without_texts',
    'interface_languages',
  ],
  ['  - introduction\n', '  - introduction\n  - introduction\n', 'listed_twice', '  - introduction\n  - guiding'],
  ['  - introduction\n', '  - __proto__\n', 'bad_id', '  - __proto__'],
  ['  - introduction\n', '  - constructor\n', 'bad_id', '  - constructor'],
  ['- id: problem\n', '- id: toString\n', 'bad_id', '- id: toString'],
  ['- id: problem\n', '- id: constructor\n', 'bad_id', '- id: constructor'],
  ['type: email', 'type: e-mail', 'not_allowed', 'type: e-mail'],
  ['      type: email\n', '', 'missing', '- id: contact_email'],
  ['visibility: sealed', 'visibility: secret', 'not_allowed', 'visibility: secret'],
  ['min_words: 40\n      max_words: 150', 'min_words: 400\n      max_words: 150', 'limits_crossed', '- id: summary'],
  [
    'min_characters: 10\n      max_characters: 120',
    'min_characters: 10\n      max_characters: 1',
    'limits_crossed',
    '- id: title',
  ],
  ['options: [promising_practice,', 'options: [tool, promising_practice,', 'listed_twice', 'options: [tool'],
  ['options: [running, ended, scaled, stopped]', 'options: []', 'nothing_to_choose', 'options: []'],
  ['options: [running, ended, scaled, stopped]', 'options: planets', 'bad_value', 'options: planets'],
  ['refuses: [individual]', 'refuses: [single]', 'unknown_choice', 'refuses: [single]'],
  ['ordered: [from, to]', 'ordered: [from, until]', 'unknown_part', 'ordered: [from, until]'],
  [
    'when: { field: kind, in: [update, correction] }',
    'when: { field: sort, in: [update] }',
    'unknown_field',
    'field: sort',
  ],
  [
    'when: { field: kind, in: [update, correction] }',
    'when: { field: kind, in: [upgrade] }',
    'unknown_choice',
    'in: [upgrade]',
  ],
  [
    'when: { field: kind, in: [update, correction] }',
    'when: { field: kind }',
    'condition_unclear',
    'when: { field: kind }',
  ],
  [
    'when: { field: kind, in: [update, correction] }',
    'when: { field: kind, in: [], not_in: [] }',
    'condition_unclear',
    'when: { field: kind, in: [], not',
  ],
  [
    'when: { field: kind, in: [update, correction] }',
    'when: { field: coi, not_in: [] }',
    'asked_too_late',
    'when: { field: coi',
  ],
  [
    'when: { field: kind, in: [case_study] }',
    'when: { field: updates, in: [] }',
    'asked_of_conditional',
    'when: { field: updates, in',
  ],
  [
    'and: { field: kind, in: [update, correction] }',
    'and: { field: kind, in: [update] }',
    'asked_of_conditional',
    'and: { field: kind, in: [update] }',
  ],
  [
    'and: { field: kind, in: [update, correction] }',
    'and: { field: kinds, in: [update, correction] }',
    'unknown_field',
    'and: { field: kinds',
  ],
  [
    'optional_when: { field: kind, in: [tool, update',
    'optional_when: { field: kind, in: [tools, update',
    'unknown_choice',
    'in: [tools, update',
  ],
  ['required_when: { field: level,', 'required_when: { field: height,', 'unknown_part', 'field: height'],
  [
    'required_when: { field: level, in: [medium',
    'required_when: { field: level, in: [mild',
    'unknown_choice',
    'in: [mild',
  ],
  ['fields: [period, status_now, background]', 'fields: [period, background]', 'field_on_no_page', '- id: status_now'],
  [
    'fields: [period, status_now, background]',
    'fields: [period, status_now, title]',
    'listed_twice',
    'fields: [period, status_now, title',
  ],
  [
    'fields: [period, status_now, background]',
    'fields: [period, status_now, licence]',
    'confirmation_on_page',
    'status_now, licence',
  ],
  [
    'fields: [period, status_now, background]',
    'fields: [period, status_now, mood]',
    'unknown_field',
    'status_now, mood',
  ],
  [
    'rights_attest, publication_consent]',
    'rights_attest, publication_consent, mood]',
    'unknown_field',
    'publication_consent, mood',
  ],
  ['weight: 10', 'weight: 11', 'weights_not_100', 'criteria:'],
  ['minimum_judged: 7', 'minimum_judged: 11', 'too_large', 'minimum_judged'],
  ['accept: 70', 'accept: 50', 'limits_crossed', 'thresholds'],
  ['field: informed_consent.choice', 'field: informed_consent.mood', 'unknown_field', 'informed_consent.mood'],
  ['field: risk_people.staff.level', 'field: risk_people.officers.level', 'unknown_field', 'risk_people.officers'],
  ['field: risk_people.staff.level', 'field: risk_people.staff', 'unknown_field', 'field: risk_people.staff,'],
  ['in: [cc_by_4_0, cc_by_nc_sa_3_0_igo, cc0_1_0]', 'in: [cc_by_5_0]', 'unknown_choice', 'cc_by_5_0'],
  ['level: E3', 'level: E9', 'not_allowed', 'level: E9'],
  ['in: [comparison_group, randomised]', 'in: [guessed]', 'unknown_choice', 'guessed'],
  [
    'when: [{ field: outcomes, not_in: [] }]',
    'when: [{ field: output, not_in: [] }]',
    'unknown_field',
    'field: output',
  ],
  ['  tool:\n    - { heading: annotation, fields: [tool] }\n', '', 'layout_missing', 'pages:\n  promising'],
  ['  tool:\n', '  toll:\n', 'layout_unknown', '  toll:'],
  ['heading: annotation, fields: [tool]', 'heading: annotation, fields: [coi]', 'not_public', 'fields: [coi]'],
  ['heading: annotation, fields: [tool]', 'heading: annotation, fields: [tools]', 'unknown_field', 'fields: [tools]'],
  ['heading: annotation, fields: [tool]', 'heading: __proto__, fields: [tool]', 'bad_id', 'heading: __proto__'],
  ['  tool:\n    - {', '  __proto__:\n    - {', 'not_yaml', '  __proto__:'],
  ['quorum: 2', 'quorum: 2\n  quorum: 2', 'not_yaml', 'quorum: 2\n  target'],
  ['quorum: 2\n  target: 2', 'quorum: &two 2\n  target: *two', 'not_yaml', 'target: *two'],
  ['quorum: 2', 'quorum: !!js/function 2', 'not_yaml', 'quorum: !!js'],
  ['policy:\n', '? [a]\n: b\npolicy:\n', 'not_yaml', '? [a]'],
];

describe('a slip in module.yml', () => {
  for (const [from, to, kind, at] of slips) {
    it(`${kind}: ${to.trim().split('\n').at(-1) ?? ''}`, () => {
      const { files: changed, lineOf } = edited(modulePath, from, to);
      const mistakes = mistakesIn(changed);
      const found = mistakes.filter((mistake) => mistake.kind === kind).map(({ path, line }) => ({ path, line }));
      assert.deepEqual(found[0], { path: modulePath, line: lineOf(at) }, JSON.stringify(mistakes));
    });
  }
});

describe('a definition', () => {
  it('is read as it stands', () => {
    const definition = exampleModule();
    assert.equal(definition.commit, 'c0ffee');
    assert.deepEqual(
      definition.form.fields.find(({ id }) => id === 'public_name'),
      {
        id: 'public_name',
        type: { type: 'text', minCharacters: 0, maxCharacters: 120 },
        short: false,
        required: 'no',
        visibility: 'public',
        when: { field: 'attribution', in: ['person_and_organisation'] },
        reviewersWhen: { field: 'attribution_reviewers', in: [] },
        publicWhen: { field: 'attribution', in: ['person_and_organisation'] },
      },
    );
  });

  it('survives being stored as JSON', () => {
    const { form, rubric, policy, pages } = exampleModule();
    assert.deepEqual(JSON.parse(JSON.stringify({ form, rubric, policy, pages })), { form, rubric, policy, pages });
  });

  it('has the defaults of the policy where nothing is said', () => {
    const policy = /\npolicy:\n[\s\S]*? {2}risk:/.exec(textOf(modulePath))?.[0] ?? '';
    const { files: changed } = edited(modulePath, policy, '\npolicy:\n  risk:');
    const [short, whole] = [changed, files].map((some) => readDefinition(some, 'security-sector' as ModuleId, 'c'));
    assert.deepEqual(short?.ok === true && short.definition.policy, whole?.ok === true && whole.definition.policy);
  });

  it('needs the fields on which the service stands', () => {
    const { files: changed } = edited(modulePath, '- id: kind\n', '- id: sort\n');
    assert.deepEqual(mistakesIn(changed).find(({ kind }) => kind === 'needed_field_missing')?.params, { name: 'kind' });
  });

  it('needs its files', () => {
    const without = (path: string): ForgeFile[] => files.filter((file) => file.path !== path);
    assert.deepEqual(mistakesIn([]), [{ path: modulePath, line: 1, kind: 'file_missing', params: {} }]);
    assert.deepEqual(
      mistakesIn(without(englishPath)).map(({ kind, params }) => [kind, params]),
      [['language_without_texts', { language: 'en' }]],
    );
    const onlyArabic = withText(
      modulePath,
      textOf(modulePath).replace('interface_languages: [en, fr, es, ar]', 'interface_languages: [ar]'),
    );
    assert.deepEqual(
      mistakesIn(onlyArabic.filter((file) => file.path !== englishPath)).map(({ kind, params }) => [kind, params]),
      [['language_without_texts', { language: 'en' }]],
    );
  });

  it('does not read a file without end', () => {
    const [mistake] = mistakesIn(withText(modulePath, '#'.repeat(1_000_001)));
    assert.equal(mistake?.kind, 'file_too_large');
  });

  it('ignores files that are not its own', () => {
    const strange = [
      'README.md',
      'modules/other/module.yml',
      'modules/security-sector/texts/notes.md',
      'modules/security-sector/texts/x/en.yml',
    ];
    assert.deepEqual(mistakesIn([...files, ...strange.map((path) => ({ path, text: ': : :' }))]), []);
  });
});

describe('a slip in a text file', () => {
  it('is a missing text, told beside its neighbours', () => {
    const { files: changed, lineOf } = edited(
      englishPath,
      '  title: Working with the security sector to end violence against women and girls\n',
      '',
    );
    assert.deepEqual(mistakesIn(changed), [
      { path: englishPath, line: lineOf('module:'), kind: 'text_missing', params: { name: 'module.title' } },
    ]);
  });

  it('is something that is no text', () => {
    for (const bad of ['true', '7', '[a]', "''", '']) {
      const { files: changed, lineOf } = edited(englishPath, 'running: Yes, it is running', `running: ${bad}`);
      const [mistake] = mistakesIn(changed);
      assert.deepEqual([mistake?.kind, mistake?.line], ['text_not_words', lineOf(`running: ${bad}`)], bad);
    }
  });

  it('is broken YAML', () => {
    const mistakes = mistakesIn(withText(englishPath, 'module:\n  title: "never closed\n'));
    assert.deepEqual(
      mistakes.map(({ path, kind }) => [path, kind]),
      [[englishPath, 'not_yaml']],
    );
  });

  it('in another language falls back to English and is no mistake', () => {
    const arabic = 'modules/security-sector/texts/ar.yml';
    assert.deepEqual(mistakesIn(withText(arabic, 'module:\n  title: عنوان\n')), []);
  });

  it('is an empty file', () => {
    assert.deepEqual(
      mistakesIn(withText(englishPath, '')).map(({ kind }) => kind),
      ['text_not_words'],
    );
  });
});

describe('the kinds of mistake', () => {
  it('all have a sentence', () => {
    assert.deepEqual([...mistakeKinds].sort(), Object.keys(english).sort());
  });
});
