const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What a reader of the page sees: the escapes of Markdown, HTML and YAML taken away. */
export function shownText(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#(\d{1,6});/gu, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(amp|lt|gt|quot);/gu, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1');
}
