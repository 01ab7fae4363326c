import { stringify } from 'yaml';

/** What may stand in the facts of a page. */
export interface Facts {
  readonly [key: string]: FactValue;
}
export type FactValue = string | number | boolean | null | Facts | readonly FactValue[];

/** Signs that a generator of sites could read as its own, and characters that YAML 1.1 takes for a line break. */
const ESCAPED = /[{}<>\u007F-\u009F\u2028\u2029\uFEFF]/gu;

/**
 * YAML that any reader of version 1.1 or 1.2 reads back as it was: every string is double quoted, so that the country
 * "NO" stays a string, and no sign of a template language survives outside an escape.
 */
export function yamlText(facts: Facts): string {
  const options = {
    version: '1.1',
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
    // Long texts stay on one line: folded ones are read back differently by different readers.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  } as const;
  return stringify(withoutEmptyMaps(facts), options).replace(ESCAPED, escape);
}

const escape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** An empty map would be written `{}`, the only brace outside quotes; it says nothing, so it is left out. */
function withoutEmptyMaps(facts: Facts): Facts {
  const kept = Object.entries(facts).map(([key, value]) => [key, cleaned(value)] as const);
  return Object.fromEntries(kept.filter(([, value]) => !isEmptyMap(value)));
}

function cleaned(value: FactValue): FactValue {
  if (value === null || typeof value !== 'object') return value;
  return isList(value) ? value.map(cleaned).filter((entry) => !isEmptyMap(entry)) : withoutEmptyMaps(value);
}

const isList = (value: FactValue): value is readonly FactValue[] => Array.isArray(value);
const isEmptyMap = (value: FactValue): boolean =>
  value !== null && typeof value === 'object' && !isList(value) && Object.keys(value).length === 0;
