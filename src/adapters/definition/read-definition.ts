import type { ModuleId } from '../../domain/ids.ts';
import type { ModuleTexts } from '../../domain/module/definition.ts';
import type { DefinitionMistake, DefinitionReading } from '../../domain/module/mistakes.ts';
import { textKeys } from '../../domain/module/text-keys.ts';
import type { ForgeFile } from '../../ports/forge.ts';
import { checkModule } from './check-module.ts';
import { flattenTexts } from './read-texts.ts';
import { moduleShape } from './schema.ts';
import type { RawModule } from './schema.ts';
import { shapeMistakes } from './shape-mistakes.ts';
import type { Found } from './shape-mistakes.ts';
import { toDefinition } from './to-definition.ts';
import { readYaml } from './yaml-source.ts';
import type { Place } from './yaml-source.ts';

/** UTF-16 units; a whole module with its texts is a tenth of it. */
const LARGEST_FILE = 1_000_000;

/**
 * Reads `modules/<module>/module.yml` and `texts/<language>.yml` and checks them.
 * Never throws. Mistakes come in the order of the files; a file that is broken as YAML shows only its first.
 */
export function readDefinition(files: readonly ForgeFile[], moduleId: ModuleId, commit: string): DefinitionReading {
  const folder = `modules/${moduleId}`;
  const structure = readModule(files, `${folder}/module.yml`);
  if (structure.raw === undefined) return { ok: false, mistakes: structure.mistakes };
  const texts = readTexts(files, folder);
  const definition = toDefinition(structure.raw, { id: moduleId, commit, texts: texts.byLanguage });
  const mistakes = [
    ...structure.mistakes,
    ...languagesWithoutTexts(structure.raw, texts, `${folder}/module.yml`, structure.lineOf),
    ...texts.mistakes,
    ...missingTexts(textKeys(definition).required, texts, `${folder}/texts/en.yml`),
  ];
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, definition };
}

type LineOf = (place: Place) => number;
const firstLine: LineOf = () => 1;

const at =
  (path: string, lineOf: LineOf) =>
  ({ place, kind, params }: Found): DefinitionMistake => ({ path, line: lineOf(place), kind, params });

interface Structure {
  readonly raw: RawModule | undefined;
  readonly mistakes: readonly DefinitionMistake[];
  readonly lineOf: LineOf;
}

function readModule(files: readonly ForgeFile[], path: string): Structure {
  const source = readFile(
    files.find((file) => file.path === path),
    path,
  );
  if (!source.ok) return { raw: undefined, mistakes: [source.mistake], lineOf: firstLine };
  const { lineOf } = source;
  const parsed = moduleShape.safeParse(source.value, { reportInput: true });
  if (!parsed.success) return { raw: undefined, mistakes: shapeMistakes(parsed.error).map(at(path, lineOf)), lineOf };
  return { raw: parsed.data, mistakes: checkModule(parsed.data).map(at(path, lineOf)), lineOf };
}

type Source = { ok: true; value: unknown; lineOf: LineOf } | { ok: false; mistake: DefinitionMistake };

function readFile(file: ForgeFile | undefined, path: string): Source {
  const mistake = (
    kind: DefinitionMistake['kind'],
    line: number,
    params: DefinitionMistake['params'] = {},
  ): Source => ({
    ok: false,
    mistake: { path, line, kind, params },
  });
  if (file === undefined) return mistake('file_missing', 1);
  if (file.text.length > LARGEST_FILE) return mistake('file_too_large', 1, { limit: LARGEST_FILE });
  const source = readYaml(file.text);
  return source.ok ? source : mistake('not_yaml', source.line, { reason: source.reason });
}

interface Texts {
  readonly byLanguage: Readonly<Record<string, ModuleTexts>>;
  readonly lineOfEnglish: LineOf;
  readonly mistakes: readonly DefinitionMistake[];
}

function readTexts(files: readonly ForgeFile[], folder: string): Texts {
  const byLanguage: Record<string, ModuleTexts> = {};
  const mistakes: DefinitionMistake[] = [];
  let lineOfEnglish: LineOf = firstLine;
  for (const file of files) {
    const language = languageOf(file.path, folder);
    if (language === undefined) continue;
    const source = readFile(file, file.path);
    if (!source.ok) {
      mistakes.push(source.mistake);
      continue;
    }
    if (language === 'en') lineOfEnglish = source.lineOf;
    const reading = flattenTexts(source.value);
    mistakes.push(...reading.mistakes.map(at(file.path, source.lineOf)));
    if (Object.keys(reading.texts).length > 0) byLanguage[language] = reading.texts;
  }
  return { byLanguage, lineOfEnglish, mistakes };
}

function languageOf(path: string, folder: string): string | undefined {
  const prefix = `${folder}/texts/`;
  if (!path.startsWith(prefix)) return undefined;
  return /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.yml$/.exec(path.slice(prefix.length))?.[1];
}

/** English carries every text; a language of the interface without any would be English under another name. */
function languagesWithoutTexts(raw: RawModule, texts: Texts, path: string, lineOf: LineOf): DefinitionMistake[] {
  const missing = raw.interface_languages.flatMap((language, index) =>
    hasTexts(texts, language)
      ? []
      : [
          at(
            path,
            lineOf,
          )({ place: ['interface_languages', index], kind: 'language_without_texts', params: { language } }),
        ],
  );
  if (hasTexts(texts, 'en') || raw.interface_languages.includes('en')) return missing;
  return [
    ...missing,
    at(path, lineOf)({ place: ['languages'], kind: 'language_without_texts', params: { language: 'en' } }),
  ];
}

/** A file with a mistake of its own is there, even where nothing could be read from it. */
const hasTexts = (texts: Texts, language: string): boolean =>
  Object.hasOwn(texts.byLanguage, language) ||
  texts.mistakes.some(({ path }) => path.endsWith(`/texts/${language}.yml`));

function missingTexts(required: readonly string[], texts: Texts, path: string): DefinitionMistake[] {
  const english = texts.byLanguage['en'];
  if (english === undefined) return [];
  return required
    .filter((key) => !(key in english))
    .map((key) => ({
      path,
      line: texts.lineOfEnglish(key.split('.')),
      kind: 'text_missing' as const,
      params: { name: key },
    }));
}
