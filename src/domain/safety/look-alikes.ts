/** Scripts of which single letters look alike: a word in two of them reads as another than it is. */
const ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];
const WORD = /[\p{L}\p{M}]+/gu;

/** The words of a text that mix letters of scripts which look alike, each once. */
export function mixedScriptWords(text: string): string[] {
  const mixed = (text.match(WORD) ?? []).filter((word) => ALIKE.filter((script) => script.test(word)).length > 1);
  return [...new Set(mixed)];
}
