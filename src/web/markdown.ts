import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

const markdown = MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');
markdown.validateLink = isOpenLink;

/** A second wall behind the first: were the renderer ever wrong, this is all that reaches a browser. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'code', 'pre', 'blockquote', 'hr'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow' }) },
};

/** Markdown of a page as HTML that may stand in ours: no HTML of its own, no picture, no link but http, https, mailto. */
export function renderMarkdown(text: string): string {
  return sanitizeHtml(markdown.render(text), allowed);
}

export interface SplitPage {
  /** YAML between the two lines of three dashes; empty when the text does not begin with one. */
  readonly frontMatter: string;
  readonly body: string;
}

export function splitPage(text: string): SplitPage {
  const start = '---\n';
  if (!text.startsWith(start)) return { frontMatter: '', body: text };
  const end = text.indexOf(`\n${start}`, start.length - 1);
  if (end === -1) return { frontMatter: '', body: text };
  return { frontMatter: text.slice(start.length, end + 1), body: text.slice(end + 1 + start.length).trimStart() };
}

function isOpenLink(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)/iu.test(address.trim());
}
