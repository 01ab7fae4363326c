import { compose, type RepositoryPart, type Service } from '../../src/compose.ts';
import { voidLeases } from '../../src/db/outbox.ts';
import type { Mail, Mailer } from '../../src/ports/mailer.ts';
import { systemRandom } from '../../src/adapters/random/system-random.ts';
import type { World } from './world.ts';

/** When the process ends: before something is done outside, or when it was done and before that is written down. */
export type Death = 'before' | 'after' | undefined;

/** The content repositories of a service; what they do outside goes through `outside`, which may be the end. */
type RepositoriesOf = (outside: <T>(work: () => Promise<T>) => Promise<T>) => readonly RepositoryPart[];

/** A service on the folder of a world that dies as a killed process does: from then on nothing of it is written. */
export class MortalService {
  readonly service: Service;
  dead = false;

  private constructor(world: World, mailer: Mailer, deathOf: () => Death, repositories: RepositoriesOf) {
    this.service = compose({
      dataFolder: world.folder,
      secret: Buffer.alloc(32, 7),
      site: {
        baseUrl: 'http://127.0.0.1:3000',
        secure: false,
        demonstration: true,
        checkHost: false,
        trustProxy: false,
      },
      repositories: repositories((work) => this.#outside(deathOf(), work)),
      clock: world.clock,
      random: systemRandom,
      log: { fault: () => undefined, answered: () => undefined, jobFailed: () => undefined },
      mailer: { send: (mail: Mail, signal) => this.#outside(deathOf(), () => mailer.send(mail, signal)) },
    });
  }

  /** As at a start: the leases of whoever ran before are void. */
  static async start(
    world: World,
    mailer: Mailer,
    deathOf: () => Death,
    repositories: RepositoriesOf = () => [{ kind: 'local', folder: world.repository }],
  ): Promise<MortalService> {
    const life = new MortalService(world, mailer, deathOf, repositories);
    await life.service.write(({ tx }) => voidLeases(tx));
    return life;
  }

  /** Runs what is due, or dies of it. */
  async look(): Promise<void> {
    try {
      await this.service.worker.lookNow();
    } catch (error) {
      if (!this.dead) throw error;
    }
  }

  async #outside<T>(death: Death, work: () => Promise<T>): Promise<T> {
    if (death === 'before') this.#die();
    const done = await work();
    if (death === 'after') this.#die();
    return done;
  }

  #die(): never {
    this.dead = true;
    this.service.db.$client.close();
    throw new Error('The process was killed here');
  }
}
