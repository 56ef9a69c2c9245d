import { Directory } from '../../../../policies/iam/gather/directory';
import { resource } from '../../model/network/documents';

const DIRECTORY = new Directory([
  resource('aws_sqs_queue.jobs', {}),
  resource('aws_sqs_queue.jobs', {}, { stack: 'other' }),
  resource('module.team["shop"].aws_sqs_queue.own[12]', {}),
  ...['a', 'b', 'c', 'd', 'e'].map((key) => resource(`aws_sqs_queue.each["${key}"]`, {})),
]);

it.each([
  ['net:aws_sqs_queue.jobs', 'net:aws_sqs_queue.jobs'],
  ['other:aws_sqs_queue.jobs', 'other:aws_sqs_queue.jobs'],
  ['module.team["shop"].aws_sqs_queue.own[12]', 'net:module.team["shop"].aws_sqs_queue.own[12]'],
  // Keys of instances may be left out, all of them or none.
  ['module.team.aws_sqs_queue.own', 'net:module.team["shop"].aws_sqs_queue.own[12]'],
  ['net:module.team.aws_sqs_queue.own', 'net:module.team["shop"].aws_sqs_queue.own[12]'],
  ['module.team["shop"].aws_sqs_queue.own', undefined],
  ['aws_sqs_queue.each["f"]', undefined],
])('%s is the address of %s', (name, key) => {
  expect(DIRECTORY.find(name)?.key).toBe(key);
});

it.each([
  [
    'aws_sqs_queue.jobs',
    '2 resources have this address, got "aws_sqs_queue.jobs"; write "net:aws_sqs_queue.jobs" or "other:aws_sqs_queue.jobs" [LZ-CAN-3]',
  ],
  [
    'aws_sqs_queue.each',
    '5 resources have this address, got "aws_sqs_queue.each"; write "aws_sqs_queue.each["a"]" or "aws_sqs_queue.each["b"]" or "aws_sqs_queue.each["c"]" or "aws_sqs_queue.each["d"]", or 1 more [LZ-CAN-3]',
  ],
])('%s is the address of several', (name, message) => {
  expect(() => DIRECTORY.find(name)).toThrow(message);
});
