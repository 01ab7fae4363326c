import { badInput, type, type Row } from '../../support/bad-input.ts';

const rows: Row[] = [
  {
    number: 'C1',
    what: 'a script',
    ask: type('<script>alert(1)</script><img src=x onerror=alert(1)>'),
    status: 303,
    kept: { problem: '<script>alert(1)</script><img src=x onerror=alert(1)>' },
  },
  {
    number: 'C5',
    what: 'templates of site generators',
    ask: type('{{< x >}} {% raw %} <%= 1 %> ${1} {{constructor}}'),
    status: 303,
    kept: { problem: '{{< x >}} {% raw %} <%= 1 %> ${1} {{constructor}}' },
  },
  {
    number: 'C6',
    what: 'front matter',
    ask: type('\n---\nadmin: true\n---'),
    status: 303,
    kept: { problem: '\n---\nadmin: true\n---' },
  },
  {
    number: 'C9',
    what: 'ten thousand marks on one letter',
    ask: type(`a${'\u0335'.repeat(10_000)}`, 'next'),
    status: 422,
    kept: { problem: `a${'\u0335'.repeat(10_000)}` },
  },
  {
    number: 'C9',
    what: 'one word of 200,000 letters',
    ask: type('x'.repeat(200_000), 'next'),
    status: 422,
    kept: { problem: 'x'.repeat(200_000) },
  },
  {
    number: 'C12',
    what: 'the address of a private host',
    ask: type('http://169.254.169.254/ file:///etc/passwd'),
    status: 303,
    kept: { problem: 'http://169.254.169.254/ file:///etc/passwd' },
  },
];

badInput('C, content', rows);
