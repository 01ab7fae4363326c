/** The section above another one, if it is one of these. */
export function parentOf(sections, section) {
  const above = section.includes('/') ? section.slice(0, section.lastIndexOf('/')) : undefined;
  return sections.includes(above) ? above : undefined;
}

export const childrenOf = (sections, section) => sections.filter((other) => parentOf(sections, other) === section);

/** The name of a section; below its parent's name that name is not said again: “Strategies: training” is “Training”. */
export function shortName(module, language, section) {
  const { text, language: found } = module.texts.of(language, `sections.${section}`);
  const parent = parentOf(module.sections, section);
  if (parent === undefined) return { text, language: found };
  const before = module.texts.of(found, `sections.${parent}`).text;
  const rest = text.startsWith(before) ? /^\s*[:：]\s*(.+)$/u.exec(text.slice(before.length))?.[1] : undefined;
  if (rest === undefined) return { text, language: found };
  return { text: rest.charAt(0).toLocaleUpperCase(found) + rest.slice(1), language: found };
}
