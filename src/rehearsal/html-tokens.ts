/** What our own pages are made of, read one after another: tags and the text between them. */
export type HtmlToken =
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly tag: string }
  | { readonly kind: 'text'; readonly text: string };

const TOKEN =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>|([^<]+)/giu;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** Reads well-formed HTML such as ours. It is no parser for the pages of the world. */
export function htmlTokens(html: string): HtmlToken[] {
  return [...html.matchAll(TOKEN)].flatMap(([, slash, name, attributes, text]): HtmlToken[] => {
    if (text !== undefined) return [{ kind: 'text', text: decoded(text) }];
    if (name === undefined) return [];
    const tag = name.toLowerCase();
    return slash === '/'
      ? [{ kind: 'close', tag }]
      : [{ kind: 'open', tag, attributes: attributesOf(attributes ?? '') }];
  });
}

function attributesOf(written: string): Map<string, string> {
  const pairs = [...written.matchAll(ATTRIBUTE)].map(
    ([, name = '', double, single, bare]) => [name.toLowerCase(), decoded(double ?? single ?? bare ?? '')] as const,
  );
  return new Map(pairs);
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return named[(name ?? '').toLowerCase()] ?? whole;
    },
  );
}
