import { expect, test } from 'vitest';
import { readFlattened } from '../../src/n8n/flattened.ts';

test('text is the index of a value; numbers, booleans and null stand for themselves', () => {
  const text = '[{"name":"1","items":"2","n":5,"none":null},"דנה",["1","3"],{"deep":"1","yes":true}]';
  expect(readFlattened(text)).toEqual({
    name: 'דנה',
    items: ['דנה', { deep: 'דנה', yes: true }],
    n: 5,
    none: null,
  });
});

test('a value that holds itself comes to an end', () => {
  const value = readFlattened('[{"self":"0"}]');
  expect(value).toHaveProperty('self.self.self');
});
