import { LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';

/** Where something stands in a document: keys and places, from the outside in. */
export type Place = readonly (string | number)[];

export type YamlSource =
  { ok: true; value: unknown; lineOf: (place: Place) => number } | { ok: false; line: number; reason: string };

/**
 * Reads one YAML 1.2 document: keys only once, no aliases (they make a short file huge), no tags of its own.
 * A mistake in YAML itself is told with the parser's own words.
 */
export function readYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, lineCounter: lines });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) return { ok: false, line: lineAt(problem.pos[0]), reason: firstLine(problem.message) };
  const odd = firstOdd(document);
  if (odd) return { ok: false, line: lineAt(odd.offset), reason: odd.reason };
  const lineOf = (place: Place): number => lineAt(offsetOf(document.contents, place));
  return { ok: true, value: document.toJS() as unknown, lineOf };
}

const firstLine = (message: string): string => message.split('\n')[0]?.replace(/:$/, '') ?? message;

function firstOdd(document: Document): { offset: number; reason: string } | undefined {
  let odd: { offset: number; reason: string } | undefined;
  visit(document, {
    Alias: (_, node) => {
      odd = { offset: node.range?.[0] ?? 0, reason: 'Alias' };
      return visit.BREAK;
    },
    Pair: (_, pair) => {
      if (isScalar(pair.key) && typeof pair.key.value !== 'object' && pair.key.value !== '__proto__') return undefined;
      odd = { offset: startOf(pair.key), reason: 'Key' };
      return visit.BREAK;
    },
  });
  return odd;
}

/** Offset of the deepest part of the place that exists: a key where there is one, else the entry. */
function offsetOf(contents: unknown, place: Place): number {
  let node = contents;
  let offset = startOf(node);
  for (const step of place) {
    const next = stepInto(node, step);
    if (next === undefined) return offset;
    offset = next.offset;
    node = next.node;
  }
  return offset;
}

function stepInto(node: unknown, step: string | number): { node: unknown; offset: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair && { node: pair.value, offset: startOf(pair.key) };
  }
  const item = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
  return item === undefined ? undefined : { node: item, offset: startOf(item) };
}

function startOf(node: unknown): number {
  if (isPair(node)) return startOf(node.key);
  if (isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)) return node.range?.[0] ?? 0;
  return 0;
}
