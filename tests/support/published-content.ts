import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LocalForge } from '../../src/adapters/forge/local/local-forge.ts';
import { seedLocalRepository } from '../../src/adapters/forge/local/seed-local-repository.ts';
import type { PublicId } from '../../src/domain/ids.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import { answersFor } from '../../src/domain/module/visible-answers.ts';
import type { PageInput } from '../../src/domain/publication/page-input.ts';
import { practiceFolder, writePage } from '../../src/domain/publication/page.ts';
import { attributionOf } from '../../src/domain/safety/attribution.ts';
import type { ForgeFile } from '../../src/ports/forge.ts';
import { exampleContent } from './example-content.ts';
import { exampleModule, examplePractices } from './example-module.ts';
import { git, peopleWithGit, type PeopleWithGit } from './people-with-git.ts';

const definition = exampleModule();
const soon = (): AbortSignal => AbortSignal.timeout(60_000);
/** The day of every decision here, and so of every commit of the service. */
export const decidedOn = '2026-03-04';

/** A real content repository with the example module, and whoever writes to it. */
export class PublishedContent {
  readonly #home: string;
  readonly #forge: LocalForge;
  readonly people: PeopleWithGit;

  private constructor(home: string) {
    this.#home = home;
    this.#forge = new LocalForge(this.gitDir);
    this.people = peopleWithGit(home, this.gitDir);
  }

  static async begin(): Promise<PublishedContent> {
    const content = new PublishedContent(await mkdtemp(path.join(tmpdir(), 'fieldstone-published-')));
    await seedLocalRepository(content.gitDir, exampleContent(), soon());
    return content;
  }

  /** As the content repository of a data folder is found. */
  get dataFolder(): string {
    return this.#home;
  }

  get gitDir(): string {
    return path.join(this.#home, 'content.git');
  }

  /** A folder that nothing is in yet. */
  folder(name: string): string {
    return path.join(this.#home, name);
  }

  /** Publishes a page as the service does: a branch, a commit, a merge. */
  async publish(publicId: string, files: readonly ForgeFile[]): Promise<void> {
    const branch = `practice/${publicId}/p1`;
    const key = `${publicId}/p1/0`;
    const request = {
      branch,
      files,
      removes: [],
      title: `Practice ${publicId}`,
      body: '',
      message: `Add practice ${publicId}\n\nPractice-Key: ${key}\n`,
      key,
      day: decidedOn,
    };
    const { change } = await this.#forge.ensureChange(request, soon());
    const merged = await this.#forge.merge(branch, change.head, `Merge practice ${publicId}`, soon());
    if (merged.kind !== 'merged') throw new Error(`${branch} was not merged`);
  }

  async checkout(name = 'checkout'): Promise<string> {
    await git(this.#home, 'clone', '--quiet', this.gitDir, name);
    return this.folder(name);
  }

  dispose(): Promise<void> {
    return rm(this.#home, { recursive: true, force: true });
  }
}

export interface Published {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly files: readonly ForgeFile[];
}

/** The page that a practice of the examples would get. */
export function pageOfPractice(id: string, answers: Answers, changes: Partial<PageInput> = {}): Published {
  const language = textOf(answers, 'language');
  const files = writePage({
    definition,
    publicId: id as PublicId,
    kind: textOf(answers, 'kind'),
    language,
    answers: answersFor(definition, answers, 'public'),
    attribution: attributionOf(answers, definition, language),
    evidence: 'E2',
    review: { rubric: definition.rubric.id, version: 1, reviews: 2, medians: {}, decidedOn },
    addedOn: '2026-03-10',
    licence: textOf(answers, 'licence'),
    consentVersion: '1',
    sections: [textOf(answers, 'module_section')],
    status: 'current',
    ...changes,
  });
  return { id, language, title: textOf(answers, 'title'), files };
}

/** The pages of all practices of the examples, P-00000, P-11111 and so on. */
export function pagesOfAll(): Published[] {
  return examplePractices().map(({ answers }, index) => pageOfPractice(publicIdOf(index), answers));
}

/** The answers of one of them, by the beginning of its name. */
export function answersOf(name: string): Answers {
  const found = examplePractices().find(({ id }) => id.startsWith(name));
  if (found === undefined) throw new Error(`There is no example ${name}`);
  return found.answers;
}

/** The number under which one of them stands here, by the beginning of its name. */
export function idOf(name: string): string {
  return publicIdOf(examplePractices().findIndex(({ id }) => id.startsWith(name)));
}

export const folderOf = (id: string): string => practiceFolder(definition.id, id);

const publicIdOf = (index: number): string => `P-${'0123456789ABCDEFGHJK'.charAt(index).repeat(5)}`;

const textOf = (answers: Answers, field: string): string => {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
};
