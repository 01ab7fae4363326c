import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Everything that may speak to people. */
export const sourceFiles = (): SourceFile[] =>
  globSync(['src/**/*.{ts,tsx}', 'views/**/*.{ts,tsx}']).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** One place that asks for a message by a key written out, and the values it gives; none when that cannot be read off. */
export interface Use {
  readonly where: string;
  readonly key: string;
  readonly values: readonly string[] | undefined;
}

/** `t('feature.key', { … })`, and `<T k="feature.key" values={{ … }} />`. */
export function usesIn(file: SourceFile): Use[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    const use = ts.isCallExpression(node)
      ? callOf(node)
      : ts.isJsxSelfClosingElement(node)
        ? elementOf(node)
        : undefined;
    if (use !== undefined) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      uses.push({ ...use, where: `${file.path}:${String(line)}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

function callOf(node: ts.CallExpression): Omit<Use, 'where'> | undefined {
  const callee = node.expression.getText();
  const [key, values] = node.arguments;
  if (!/(^|\.)t(\.rich)?$/.test(callee) || key === undefined || !ts.isStringLiteral(key)) return undefined;
  return { key: key.text, values: values === undefined ? [] : namesIn(values) };
}

function elementOf(node: ts.JsxSelfClosingElement): Omit<Use, 'where'> | undefined {
  if (node.tagName.getText() !== 'T') return undefined;
  const attributes = node.attributes.properties.filter(ts.isJsxAttribute);
  const named = (name: string) => attributes.find((attribute) => attribute.name.getText() === name)?.initializer;
  const [key, values] = [named('k'), named('values')];
  if (key === undefined || !ts.isStringLiteral(key)) return undefined;
  const given = values !== undefined && ts.isJsxExpression(values) ? values.expression : undefined;
  return { key: key.text, values: given === undefined ? [] : namesIn(given) };
}

function namesIn(node: ts.Expression): string[] | undefined {
  if (!ts.isObjectLiteralExpression(node) || node.properties.some(ts.isSpreadAssignment)) return undefined;
  return node.properties.map((property) => property.name?.getText() ?? '').sort();
}
