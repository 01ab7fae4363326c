import { parse } from 'yaml';

const FENCE = '---';

/**
 * The facts and the text of a page. The first line is three dashes and nothing else: `---js` and its like are not
 * front matter here, and a page without any is refused.
 */
export function splitPage(source, file) {
  const lines = source.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  if (lines[0] !== FENCE) throw new Error(`${file}: the first line must be three dashes and nothing else`);
  const end = lines.indexOf(FENCE, 1);
  if (end < 0) throw new Error(`${file}: the front matter is not closed by a line of three dashes`);
  return { facts: readYaml(lines.slice(1, end).join('\n'), file), body: lines.slice(end + 1).join('\n') };
}

/** A map in YAML 1.2, where the country NO is a text; duplicate keys and unknown tags are mistakes. */
export function readYaml(source, file) {
  const facts = parsed(source, file);
  if (facts === null || typeof facts !== 'object' || Array.isArray(facts)) {
    throw new Error(`${file}: names and values are expected, such as title: "…"`);
  }
  return facts;
}

function parsed(source, file) {
  try {
    return parse(source, { version: '1.2', logLevel: 'error', prettyErrors: true });
  } catch (cause) {
    throw new Error(`${file}: this is not YAML: ${cause.message.trim().split('\n')[0]}`, { cause });
  }
}
