import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../src/paths.ts';

const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md'], { cwd: root }).sort();

/** Where the page's links lead that stay in the project, from the root. */
function linkedFiles(page: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
  return links.filter((link) => !/^[a-z]+:/.test(link)).map((link) => join(dirname(page), link));
}

/** Files and folders of the project that the page names as code; a decision may be named by its number alone. */
function namedFiles(text: string): string[] {
  return [...text.matchAll(/`((?:packages|docs|examples|syntaxes)\/[\w./-]+)`/g)].map(
    (match) => match[1] ?? '',
  );
}

describe('the documentation', () => {
  it('has pages', () => {
    expect(pages).toContain('README.md');
    expect(pages.length).toBeGreaterThan(5);
  });

  it.each(pages)('%s leads only to what is there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const missing = [...linkedFiles(page, text), ...namedFiles(text)].filter(
      (file) => !existsSync(join(root, file)) && globSync(`${file}-*`, { cwd: root }).length === 0,
    );
    expect(missing).toEqual([]);
  });
});
