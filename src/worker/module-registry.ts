import type { ModuleId } from '../domain/ids.ts';
import type { ModuleDefinition } from '../domain/module/definition.ts';
import type { DefinitionMistake } from '../domain/module/mistakes.ts';
import type { DefinitionReader } from '../ports/definition-reader.ts';
import type { Forge } from '../ports/forge.ts';
import { keepDefinition } from '../usecases/module/keep-definition.ts';
import type { Modules, Write } from '../usecases/unit.ts';

/** The modules of all content repositories: the last good definition of each, and what is wrong with a newer one. */
export class ModuleRegistry implements Modules {
  readonly #good = new Map<ModuleId, { definition: ModuleDefinition; forge: Forge }>();
  readonly #mistakes = new Map<ModuleId, readonly DefinitionMistake[]>();
  readonly #heads = new Map<Forge, string>();
  readonly #forges: readonly Forge[];
  readonly #read: DefinitionReader;

  constructor(forges: readonly Forge[], read: DefinitionReader) {
    this.#forges = forges;
    this.#read = read;
  }

  current(module: ModuleId): ModuleDefinition | undefined {
    return this.#good.get(module)?.definition;
  }

  all(): readonly ModuleDefinition[] {
    return [...this.#good.values()].map(({ definition }) => definition);
  }

  mistakes(module: ModuleId): readonly DefinitionMistake[] {
    return this.#mistakes.get(module) ?? [];
  }

  forgeOf(module: ModuleId): Forge {
    const forge = this.#good.get(module)?.forge ?? this.#forges[0];
    if (forge === undefined) throw new Error('No content repository is configured');
    return forge;
  }

  /** Starts with what was read before, so that a repository that is down stops nobody. */
  remember(definitions: readonly ModuleDefinition[]): void {
    const forge = this.#forges[0];
    if (forge === undefined) return;
    for (const definition of definitions) this.#good.set(definition.id, { definition, forge });
  }

  /**
   * Reads every repository whose default branch moved; a broken definition leaves the last good one in force, and a
   * repository that is down none of the others behind. Throws what went wrong when all were tried.
   */
  async refresh(write: Write, signal: AbortSignal): Promise<void> {
    const read = await Promise.allSettled(this.#forges.map((forge) => this.#refreshFrom(forge, write, signal)));
    const failed = read.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  async #refreshFrom(forge: Forge, write: Write, signal: AbortSignal): Promise<void> {
    const head = await forge.head(signal);
    if (this.#heads.get(forge) === head) return;
    for (const name of await forge.listFolder(head, 'modules', signal)) {
      await this.#refreshModule(forge, head, name as ModuleId, write, signal);
    }
    this.#heads.set(forge, head);
  }

  async #refreshModule(forge: Forge, head: string, module: ModuleId, write: Write, signal: AbortSignal): Promise<void> {
    const folder = `modules/${module}`;
    const texts = await forge.readFolder(head, `${folder}/texts`, signal);
    const top = await forge.readFolder(head, `${folder}/module.yml`, signal);
    const found = this.#read([...top, ...texts], module, head);
    if (!found.ok) {
      this.#mistakes.set(module, found.mistakes);
      return;
    }
    await write((unit) => {
      keepDefinition(unit, found.definition);
    });
    this.#mistakes.delete(module);
    this.#good.set(module, { definition: found.definition, forge });
  }
}
