import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isCollection, isMap, isScalar, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import { readDefinition } from '../../../src/adapters/definition/read-definition.ts';
import type { ModuleId } from '../../../src/domain/ids.ts';
import { exampleContent } from '../../support/example-content.ts';

/** Each reads the whole module: some 30 ms. */
const RUNS = 60;
const modulePath = 'modules/security-sector/module.yml';
const files = exampleContent();
const source = files.find(({ path }) => path === modulePath)?.text ?? '';
const linesOf = (path: string, text: string): number =>
  (path === modulePath ? text : (files.find((file) => file.path === path)?.text ?? '')).split('\n').length;

const read = (text: string) =>
  readDefinition(
    files.map((file) => (file.path === modulePath ? { path: modulePath, text } : file)),
    'security-sector' as ModuleId,
    'c0ffee',
  );

/** Either a definition, or mistakes that all stand on a line that the file has. */
function assertAnswered(text: string): boolean {
  const reading = read(text);
  if (reading.ok) return true;
  assert.notEqual(reading.mistakes.length, 0);
  for (const { path, line } of reading.mistakes) {
    assert.equal(Number.isInteger(line) && line >= 1 && line <= linesOf(path, text), true, `${path}:${String(line)}`);
  }
  return false;
}

const strange = [null, true, -1, 0, 1.5, 1e9, '', 'x', '__proto__', 'constructor', [], {}, [[]], { a: { b: [1] } }];

function nodesOf(document: Document): Node[] {
  const nodes: Node[] = [];
  visit(document, { Value: (_, node) => void nodes.push(node) });
  return nodes;
}

function mutate(seed: { at: number; how: 'replace' | 'delete' | 'add' | 'rename'; with: unknown }): string {
  const document = parseDocument(source);
  const nodes = nodesOf(document);
  const node = nodes[seed.at % nodes.length];
  if (isCollection(node) && seed.how === 'delete') node.items.splice(seed.at % Math.max(1, node.items.length), 1);
  else if (isMap(node) && seed.how === 'add') node.set('surprise', document.createNode(seed.with));
  else if (isMap(node) && seed.how === 'rename') {
    const pair = node.items[seed.at % Math.max(1, node.items.length)];
    if (pair && isScalar(pair.key)) pair.key.value = 'renamed';
  } else if (node) {
    visit(document, { Value: (_, one) => (one === node ? document.createNode(seed.with) : undefined) });
  }
  return document.toString();
}

describe('a module.yml that somebody has broken', () => {
  it('is told with a line, whatever was changed, and never throws', () => {
    let refused = 0;
    const seeds = fc.record({
      at: fc.nat({ max: 5000 }),
      how: fc.constantFrom('replace', 'delete', 'add', 'rename' as const),
      with: fc.constantFrom(...strange),
    });
    fc.assert(
      fc.property(seeds, (seed) => {
        if (!assertAnswered(mutate(seed))) refused += 1;
      }),
      { numRuns: RUNS },
    );
    assert.equal(refused > RUNS / 2, true, `only ${String(refused)} of ${String(RUNS)} changes were noticed`);
  });

  it('may be cut off or peppered with any characters', () => {
    const cut = fc.record({
      from: fc.nat({ max: source.length }),
      length: fc.nat({ max: 400 }),
      put: fc.string({ unit: 'binary' }),
    });
    fc.assert(
      fc.property(cut, ({ from, length, put }) => {
        assertAnswered(source.slice(0, from) + put + source.slice(from + length));
      }),
      { numRuns: RUNS },
    );
  });
});
