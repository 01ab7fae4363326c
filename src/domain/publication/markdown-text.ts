import { cleanLine, cleanText } from './clean-text.ts';

/** A numbered or dashed line stays an entry of a list; everything else that Markdown would read as a sign is escaped. */
interface Line {
  readonly number?: number;
  readonly dashed: boolean;
  readonly text: string;
}

const NUMBERED = /^([1-9]\d{0,2})\. +(?=\S)/u;
const DASHED = /^[-•*] +(?=\S)/u;

/**
 * Text of a person as Markdown that shows the same words and does nothing: no HTML, link, picture, heading, table or
 * front matter, and no sign of a template language. Paragraphs, single line breaks and lists remain.
 */
export function markdownText(text: string): string {
  const paragraphs = cleanText(text).split(/\n[ \t]*\n\s*/u);
  return paragraphs
    .map(paragraphText)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** The same on one line, for an entry of a list, a cell or a heading of ours. */
export function markdownLine(text: string): string {
  return escapeLine(cleanLine(text));
}

/** A link that shows its own address; as plain text unless it is http or https. */
export function markdownLink(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return markdownLine(address);
  return `<${url.href.replace(/[{}<>|\\^`"' ]/gu, percentEncoded)}>`;
}

const percentEncoded = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

function paragraphText(paragraph: string): string {
  const lines = paragraph
    .split('\n')
    .map(readLine)
    .filter((line) => line.text !== '');
  let last: number | undefined;
  let width = 0;
  return lines
    .map((line, index) => {
      const follows = line.number !== undefined && line.number === (last ?? line.number - 1) + 1;
      const marker = follows ? `${String(line.number)}. ` : line.dashed ? '- ' : '';
      const text = escapeLine(
        line.number === undefined || follows ? line.text : `${String(line.number)}. ${line.text}`,
      );
      const gap = index === 0 ? '' : marker === '' ? '  \n' : width === 0 ? '\n\n' : '\n';
      if (marker !== '') width = marker.length;
      if (follows) last = line.number;
      else if (line.dashed) last = undefined;
      return `${gap}${marker === '' ? ' '.repeat(width) : marker}${text}`;
    })
    .join('');
}

function readLine(raw: string): Line {
  const line = raw.trim().replace(/\s+/gu, ' ');
  const number = NUMBERED.exec(line);
  if (number !== null) return { number: Number(number[1]), dashed: false, text: line.slice(number[0].length) };
  const dash = DASHED.exec(line);
  return { dashed: dash !== null, text: dash === null ? line : line.slice(dash[0].length) };
}

/** Braces and angle brackets become entities: generators read templates before they read Markdown. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '{': '&#123;',
  '}': '&#125;',
};

function escapeLine(line: string): string {
  return line
    .replace(/[\\`*_[\]|~^$]/gu, '\\$&')
    .replace(/[&<>{}]/gu, (sign) => ENTITIES[sign] ?? sign)
    .replace(/:(?=\/\/)|:(?=[a-z0-9_+-]{1,40}:)|(?<=\bwww)\./giu, '\\$&')
    .replace(/==|\+\+|--/gu, (signs) => `\\${signs.charAt(0)}\\${signs.charAt(1)}`)
    .replace(/^(?:[#+=:%-]|\d{1,9}(?=[.)]))/u, escapeStart)
    .replace(/^(?:import|export)\b/u, (word) => `&#${String(word.charCodeAt(0))};${word.slice(1)}`);
}

/** What would open a block at the start of a line; after a number the sign behind it does. */
function escapeStart(start: string): string {
  return /\d/u.test(start) ? `${start}\\` : `\\${start}`;
}
