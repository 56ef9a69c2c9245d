import { statementName } from '../../../../policies/model/policy/statement-name';

it('a statement is called by its Sid, else by its place, counted from 1', () => {
  expect(statementName({ index: 0, sid: 'Read' })).toBe('statement "Read"');
  expect(statementName({ index: 0 })).toBe('statement 1');
});
