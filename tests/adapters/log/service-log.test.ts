import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serviceLog } from '../../../src/adapters/log/service-log.ts';
import { systemRandom } from '../../../src/adapters/random/system-random.ts';

function logged(use: (log: ReturnType<typeof serviceLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  use(serviceLog('info', { write: (line) => lines.push(line) }));
  assert.equal(lines.length, 1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

describe('the log', () => {
  it('names an answer by its route, and takes nothing else along', () => {
    const entry = { method: 'GET', route: '/:lang/receipt', status: 200, ms: 3, url: '/en/receipt?code=ABCD' };
    const { time, ...line } = logged((log) => {
      log.answered(entry);
    });
    assert.equal(typeof time, 'string');
    assert.deepEqual(line, { level: 30, method: 'GET', route: '/:lang/receipt', status: 200, ms: 3, msg: 'answered' });
  });

  it('keeps what a person typed out of a fault', () => {
    const cause = new SyntaxError('Unexpected token, "my secret" is not valid JSON');
    const text = JSON.stringify(
      logged((log) => {
        log.fault('E-1', new Error('Mailing amina@example.org failed', { cause }));
      }),
    );
    assert.equal(text.includes('my secret'), false);
    assert.equal(text.includes('amina@example.org'), false);
    assert.ok(
      text.includes('Mailing [address] failed') && text.includes('SyntaxError') && text.includes('"reference":"E-1"'),
    );
  });
});

describe('randomness', () => {
  it('comes in the asked length and alphabet', () => {
    assert.match(systemRandom.crockford(24), /^[0-9A-HJKMNP-TV-Z]{24}$/u);
    assert.equal(Buffer.from(systemRandom.token(16), 'base64url').length, 16);
    assert.notEqual(systemRandom.token(16), systemRandom.token(16));
  });
});
