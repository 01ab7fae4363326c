import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readDefinition } from '../../src/adapters/definition/read-definition.ts';
import { LocalForge } from '../../src/adapters/forge/local/local-forge.ts';
import { seedLocalRepository } from '../../src/adapters/forge/local/seed-local-repository.ts';
import { ForgeUnavailable } from '../../src/domain/publication/forge-faults.ts';
import type { Forge } from '../../src/ports/forge.ts';
import { forgeNotReached } from '../../src/worker/forge-not-reached.ts';
import { ModuleRegistry } from '../../src/worker/module-registry.ts';
import { exampleContent } from '../support/example-content.ts';
import { makeWorld, MODULE, type World } from '../support/world.ts';

describe('the modules of several repositories', () => {
  let world: World;
  let here: Forge;
  beforeEach(async () => {
    world = await makeWorld();
    here = new LocalForge(world.repository);
  });
  afterEach(() => {
    world.close();
  });

  const soon = (): AbortSignal => AbortSignal.timeout(60_000);
  const down: Forge = { ...forgeNotReached, key: 'down' };
  const refreshed = async (forges: readonly Forge[]): Promise<ModuleRegistry> => {
    const registry = new ModuleRegistry(forges, readDefinition);
    await registry.refresh(world.service.write, soon()).catch((error: unknown) => {
      assert.ok(error instanceof ForgeUnavailable);
    });
    return registry;
  };

  it('are read although one repository is down, before or after the others', async () => {
    for (const forges of [
      [down, here],
      [here, down],
    ]) {
      const registry = await refreshed(forges);
      assert.equal(registry.forgeOf(MODULE), here);
    }
  });

  it('are known from before, but nobody guesses where they are until it was read', async () => {
    const registry = new ModuleRegistry([down, here], readDefinition);
    registry.remember([world.module]);
    assert.equal(registry.current(MODULE), world.module);
    await assert.rejects(registry.forgeOf(MODULE).head(soon()), ForgeUnavailable);
    await assert.rejects(registry.refresh(world.service.write, soon()), ForgeUnavailable);
    assert.equal(registry.forgeOf(MODULE), here);
  });

  it('are where they can only be, when there is one repository', () => {
    const registry = new ModuleRegistry([down], readDefinition);
    registry.remember([world.module]);
    assert.equal(registry.forgeOf(MODULE), down);
  });

  it('belong to the repository that is named first, whichever was read first, and the double is told', async () => {
    const other = path.join(world.folder, 'other.git');
    await seedLocalRepository(other, exampleContent(), soon());
    const there = new LocalForge(other);
    const slow: Forge = Object.assign(Object.create(there) as LocalForge, {
      key: there.key,
      head: async (signal: AbortSignal) => {
        await here.head(signal);
        await new Promise((resolve) => setTimeout(resolve, 50));
        return there.head(signal);
      },
      listFolder: there.listFolder.bind(there),
      readFolder: there.readFolder.bind(there),
    });
    for (const forges of [
      [slow, here],
      [here, slow],
    ]) {
      const registry = await refreshed(forges);
      assert.equal(registry.forgeOf(MODULE), forges[0]);
      assert.deepEqual(
        registry.mistakes(MODULE).map(({ kind }) => kind),
        ['module_elsewhere'],
      );
    }
  });
});
