import { compose, type Service } from '../../src/compose.ts';
import { voidLeases } from '../../src/db/outbox.ts';
import type { Mail, Mailer } from '../../src/ports/mailer.ts';
import { systemRandom } from '../../src/adapters/random/system-random.ts';
import type { World } from './world.ts';

/** When the process ends: before a letter is handed over, or after it was taken and before that is written down. */
export type Death = 'before' | 'after' | undefined;

/** A service on the folder of a world that dies as a killed process does: from then on nothing of it is written. */
export class MortalService {
  readonly service: Service;
  dead = false;

  private constructor(world: World, mailer: Mailer, deathOf: () => Death) {
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
      repositories: [{ kind: 'local', folder: world.repository }],
      clock: world.clock,
      random: systemRandom,
      log: { fault: () => undefined, answered: () => undefined, jobFailed: () => undefined },
      mailer: { send: (mail, signal) => this.#send(mailer, deathOf(), mail, signal) },
    });
  }

  /** As at a start: the leases of whoever ran before are void. */
  static async start(world: World, mailer: Mailer, deathOf: () => Death): Promise<MortalService> {
    const life = new MortalService(world, mailer, deathOf);
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

  async #send(mailer: Mailer, death: Death, mail: Mail, signal: AbortSignal): Promise<void> {
    if (death === 'before') this.#die();
    await mailer.send(mail, signal);
    if (death === 'after') this.#die();
  }

  #die(): never {
    this.dead = true;
    this.service.db.$client.close();
    throw new Error('The process was killed here');
  }
}
