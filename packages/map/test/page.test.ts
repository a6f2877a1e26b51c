import { describe, expect, it } from 'vitest';
import { isHostMessage, isMapMessage, webviewHtml } from '../src/index.ts';

const page = webviewHtml({
  nonce: 'abc123',
  cspSource: 'https://file+.vscode-resource.vscode-cdn.net',
  scriptUri: 'https://file+.vscode-resource.vscode-cdn.net/map.js?a=1&b=2',
  styleUri: 'https://file+.vscode-resource.vscode-cdn.net/map.css',
  language: 'he',
  direction: 'rtl',
  title: 'Map of "<x>"',
});

describe('the webview’s page', () => {
  it('allows its own files and nothing else', () => {
    const policy = /content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
    expect(policy).toBe(
      [
        "default-src 'none'",
        "style-src https://file+.vscode-resource.vscode-cdn.net 'nonce-abc123'",
        'font-src https://file+.vscode-resource.vscode-cdn.net',
        'img-src https://file+.vscode-resource.vscode-cdn.net data:',
        "script-src 'nonce-abc123'",
      ].join('; '),
    );
    expect(page).not.toMatch(/unsafe|<style|style=| on\w+=/);
    expect(page.match(/<script[^>]*>/g)).toEqual([
      '<script type="module" nonce="abc123" src="https://file+.vscode-resource.vscode-cdn.net/map.js?a=1&amp;b=2">',
    ]);
  });

  it('says its language, direction and title', () => {
    expect(page).toContain('<html lang="he" dir="rtl">');
    expect(page).toContain('<title>Map of &quot;&lt;x&gt;&quot;</title>');
  });
});

describe('messages', () => {
  it('are known by their type', () => {
    expect(isMapMessage({ type: 'ready' })).toBe(true);
    expect(isMapMessage({ type: 'update' })).toBe(false);
    expect(isHostMessage({ type: 'select', id: 'x' })).toBe(true);
    expect(isHostMessage(null)).toBe(false);
    expect(isHostMessage('update')).toBe(false);
  });
});
