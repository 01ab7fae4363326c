/** A process that makes and merges one change, to be killed at any moment. */
import { LocalForge } from '../../src/adapters/forge/local/local-forge.ts';
import { branch, requestFor, soon } from './forge-contract.ts';

const forge = new LocalForge(process.argv[2] ?? '');

process.once('message', () => {
  void (async () => {
    const { change } = await forge.ensureChange(requestFor(), soon());
    await forge.merge(branch, change.head, 'Merge practice P-K7Q2M', soon());
    process.disconnect();
  })();
});
process.send?.('ready');
