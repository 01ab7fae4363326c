import { badInput, CASE, type Row } from '../../support/bad-input.ts';
import { paths } from '../../../src/paths.ts';

const rows: Row[] = [
  { number: 'F1', what: 'a case by its number', ask: (line) => line.ask('GET', CASE), status: 303, kept: 'nothing' },
  {
    number: 'F1',
    what: 'a review of somebody',
    ask: (line, { desk }) => line.ask('GET', paths.review('en', desk.rosa)),
    status: 404,
    kept: 'nothing',
  },
];

badInput('F, rights and blinding', rows);
