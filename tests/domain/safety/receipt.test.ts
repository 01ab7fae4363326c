import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { crockfordAlphabet, formatReceipt, readReceipt, receiptFromBytes } from '../../../src/domain/safety/receipt.ts';

const anyReceipt = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(receiptFromBytes);
const known = receiptFromBytes(Uint8Array.from({ length: 32 }, (_, at) => at * 7));
const alikeModulo31 = new Set(['0', 'Z']);

describe('A receipt', () => {
  it('is 24 characters of the alphabet, shown in six groups of four', () => {
    fc.assert(
      fc.property(anyReceipt, (receipt) => {
        assert.match(receipt, /^[0-9A-HJKMNP-TV-Z]{24}$/);
        assert.match(formatReceipt(receipt), /^(?:\w{4}-){5}\w{4}$/);
        assert.deepEqual(readReceipt(formatReceipt(receipt)), { kind: 'valid', receipt });
      }),
    );
  });

  it('is the first 115 bits, five to a character', () => {
    // 0x00 0x07 0x0e 0x15 0x1c = 00000 00000 00011 10000 11100 00101 01000 11100
    assert.equal(known.slice(0, 8), '003GW58W');
    const sixteenth = Uint8Array.from({ length: 32 }, (_, at) => (at < 15 ? at * 7 : 255));
    assert.equal(receiptFromBytes(sixteenth), known);
  });

  it('needs 15 bytes', () => {
    assert.throws(() => receiptFromBytes(new Uint8Array(14)), RangeError);
  });

  it('has a check character that can be reckoned by hand', () => {
    // One 1 in the first place: 1 · 1 = 1. Bits 00001 000…
    assert.equal(receiptFromBytes(Uint8Array.of(0b00001000, ...new Uint8Array(14))), `1${'0'.repeat(22)}1`);
  });
});

describe('A typed receipt', () => {
  it('may be in small letters, with spaces, dashes and marks of direction', () => {
    const typed = `\u200F ${formatReceipt(known).toLowerCase().replaceAll('-', ' – ')}\u200E\n`;
    assert.deepEqual(readReceipt(typed), { kind: 'valid', receipt: known });
  });

  it('may have O for 0 and I or L for 1', () => {
    const receipt = receiptFromBytes(Uint8Array.of(0b00001000, ...new Uint8Array(14)));
    const typed = `iooo oooo oooo oooo oooo oool`;
    assert.deepEqual(readReceipt(typed), { kind: 'valid', receipt });
  });

  it('may have Arabic-Indic, Persian and full-width digits', () => {
    const zeros: Record<string, number> = { arabic: 0x0660, persian: 0x06f0, wide: 0xff10 };
    for (const zero of Object.values(zeros)) {
      const typed = known.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
      assert.deepEqual(readReceipt(typed), { kind: 'valid', receipt: known });
    }
  });

  it('is empty, or no code, or mistyped', () => {
    assert.deepEqual(readReceipt(' - '), { kind: 'empty' });
    assert.deepEqual(readReceipt(known.slice(1)), { kind: 'malformed' });
    assert.deepEqual(readReceipt(known.replace(/^./, 'U')), { kind: 'malformed' });
    assert.deepEqual(readReceipt(known.replace(/^./, 'A')), { kind: 'mistyped' });
  });

  it('with one wrong character is noticed, but for 0 and Z', () => {
    const place = fc.nat({ max: 23 });
    fc.assert(
      fc.property(anyReceipt, place, fc.constantFrom(...Array.from(crockfordAlphabet)), (receipt, at, wrong) => {
        const right = receipt.charAt(at);
        fc.pre(right !== wrong);
        const typed = receipt.slice(0, at) + wrong + receipt.slice(at + 1);
        const unnoticed = at < 23 && alikeModulo31.has(right) && alikeModulo31.has(wrong);
        assert.equal(readReceipt(typed).kind, unnoticed ? 'valid' : 'mistyped');
      }),
      { numRuns: 2000 },
    );
  });

  it('with two neighbours exchanged is noticed, but for 0 and Z', () => {
    fc.assert(
      fc.property(anyReceipt, fc.nat({ max: 22 }), (receipt, at) => {
        const [left, right] = [receipt.charAt(at), receipt.charAt(at + 1)];
        fc.pre(left !== right);
        const typed = receipt.slice(0, at) + right + left + receipt.slice(at + 2);
        const unnoticed = at < 22 && alikeModulo31.has(left) && alikeModulo31.has(right);
        assert.equal(readReceipt(typed).kind, unnoticed ? 'valid' : 'mistyped');
      }),
      { numRuns: 2000 },
    );
  });
});
