import { emulateLacks, makeEmulateBench } from './emulate-bench.ts';
import { forgeContract } from './forge-contract.ts';
import { makeStandInBench } from './github-bench.ts';

forgeContract('GitHub, by the emulator', makeEmulateBench, emulateLacks);
forgeContract('GitHub, by the stand-in', makeStandInBench, {
  'makes a lost branch again, with the same commit and number': 'GitHub closes a pull request whose branch is deleted',
});
