import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mixedScriptWords } from '../../../src/domain/safety/look-alikes.ts';

describe('words in letters that look alike', () => {
  it('are those that mix scripts, each once', () => {
    assert.deepEqual(mixedScriptWords('\u0410mnesty, Amnesty and \u0410mnesty'), ['\u0410mnesty']);
    assert.deepEqual(mixedScriptWords('\u039FECD'), ['\u039FECD']);
  });

  it('are not those of one script each, however many a text has', () => {
    for (const text of ['Amnesty Россия', 'منظمة UN Women', 'Ελλάδα and Österreich', '日本 NGO', 'naïve café'])
      assert.deepEqual(mixedScriptWords(text), []);
  });
});
