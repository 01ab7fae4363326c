import markdownIt from 'markdown-it';

/**
 * Text from people: no HTML, and no picture, which would be fetched from elsewhere. A link that is its own text is
 * written from left to right even inside Arabic.
 */
const markdown = markdownIt({ html: false, linkify: false }).disable('image');

markdown.renderer.rules.link_open = (tokens, index, options, _environment, renderer) => {
  const token = tokens[index];
  if (/^https?:/iu.test(token.attrGet('href') ?? '')) token.attrSet('rel', 'external noreferrer');
  if (token.info === 'auto') token.attrSet('dir', 'ltr');
  return renderer.renderToken(tokens, index, options);
};

// A wide table scrolls by itself, and can be reached with the keyboard to do so.
markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';

/** The markup of a text, and its headings of the second level with the ids that they got. */
export function rendered(body) {
  const tokens = markdown.parse(body, {});
  const headings = tokens.flatMap((token, index) =>
    token.type === 'heading_open' && token.tag === 'h2' ? [{ token, text: plain(tokens[index + 1]) }] : [],
  );
  headings.forEach(({ token }, index) => token.attrSet('id', `part-${index + 1}`));
  return {
    html: markdown.renderer.render(tokens, markdown.options, {}),
    headings: headings.map(({ token, text }) => ({ id: token.attrGet('id'), text })),
  };
}

/** How a text begins: its first paragraph that is no reference, cut between two words after about this many signs. */
export function beginning(body, length = 240) {
  const tokens = markdown.parse(body, {});
  const paragraphs = tokens.filter((_, index) => index > 0 && tokens[index - 1].type === 'paragraph_open');
  const isReference = ({ children }) => children.some(({ type }) => type === 'link_open');
  const first = paragraphs.find((paragraph) => paragraph.level === 1 && !isReference(paragraph));
  const text = first === undefined ? '' : plain(first);
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/\s+\S*$/u, '')} …`;
}

const plain = ({ children }) => children.map((child) => (/break$/u.test(child.type) ? ' ' : child.content)).join('');
