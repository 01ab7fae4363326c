import type { ModuleId } from '../domain/ids.ts';
import type { ModuleDefinition } from '../domain/module/definition.ts';
import type { DefinitionMistake } from '../domain/module/mistakes.ts';
import type { DefinitionReader } from '../ports/definition-reader.ts';
import type { Forge } from '../ports/forge.ts';
import { keepDefinition } from '../usecases/module/keep-definition.ts';
import type { Modules, Write } from '../usecases/unit.ts';
import { forgeNotReached } from './forge-not-reached.ts';

/** The modules of all content repositories: the last good definition of each, and what is wrong with a newer one. */
export class ModuleRegistry implements Modules {
  readonly #good = new Map<ModuleId, { definition: ModuleDefinition; forge: Forge }>();
  readonly #mistakes = new Map<ModuleId, readonly DefinitionMistake[]>();
  /** Modules that a repository has although another one had them first. */
  readonly #doubles = new Map<ModuleId, { mistake: DefinitionMistake; in: Forge }>();
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
    const double = this.#doubles.get(module)?.mistake;
    return [...(this.#mistakes.get(module) ?? []), ...(double === undefined ? [] : [double])];
  }

  /** The repository that has the module. */
  forgeOf(module: ModuleId): Forge {
    return this.#good.get(module)?.forge ?? this.#onlyForge();
  }

  /** Starts with what was read before, so that a repository that is down stops nobody. */
  remember(definitions: readonly ModuleDefinition[]): void {
    if (this.#forges.length === 0) return;
    const forge = this.#onlyForge();
    for (const definition of definitions) this.#good.set(definition.id, { definition, forge });
  }

  /**
   * Reads every repository whose default branch moved; a broken definition leaves the last good one in force, and a
   * repository that is down none of the others behind. Throws what went wrong when all were tried.
   */
  async refresh(write: Write, signal: AbortSignal): Promise<void> {
    const read = await Promise.allSettled(this.#forges.map((forge) => this.#refreshFrom(forge, write, signal)));
    const failed = read.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    if (failed.length > 1) throw new AggregateError(failed, 'Several content repositories cannot be read');
    if (failed.length === 1) throw failed[0];
  }

  async #refreshFrom(forge: Forge, write: Write, signal: AbortSignal): Promise<void> {
    const head = await forge.head(signal);
    if (this.#heads.get(forge) === head) return;
    for (const [module, double] of this.#doubles) if (double.in === forge) this.#doubles.delete(module);
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
    if (this.#isElsewhere(module, forge)) return;
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

  /** Where two repositories have the same module, the one that is configured first has it, whichever was read first. */
  #isElsewhere(module: ModuleId, forge: Forge): boolean {
    const holder = this.#good.get(module)?.forge;
    if (holder === undefined || holder === forge || holder === forgeNotReached) return false;
    const isFirst = this.#forges.indexOf(forge) < this.#forges.indexOf(holder);
    const path = `modules/${module}/module.yml`;
    const mistake = { path, line: 1, kind: 'module_elsewhere', params: {} } as const;
    this.#doubles.set(module, { mistake, in: isFirst ? holder : forge });
    return !isFirst;
  }

  /** Of several repositories nobody knows which one has a module before it was read; a guess would publish it in the wrong one. */
  #onlyForge(): Forge {
    const [forge, ...others] = this.#forges;
    if (forge === undefined) throw new Error('No content repository is configured');
    return others.length === 0 ? forge : forgeNotReached;
  }
}
