import { describe, expect, it } from 'vitest';
import { routes } from '#shared/api/index.ts';
import { builtPages, isStaticFile, takenApart } from './built-pages.ts';
import { htmlFaults } from './sound-html.ts';

const pages = builtPages();
// A template as the public function sends it.
const filled = (html: string) =>
  html.replace('<!--slot:title-->', 'A title').replace('<!--slot:main-->', '<h1>A heading</h1>');

describe.each(pages)('the built page $path', ({ html }) => {
  it('holds no inline script, style, handler or style attribute', () => {
    expect(html.match(/<script(?![^>]*\bsrc=)[^>]*>/g)).toBeNull();
    expect(html.match(/<style[\s>]/g)).toBeNull();
    expect(html.match(/\sstyle=/g)).toBeNull();
    expect(html.match(/\son[a-z]+="/g)).toBeNull();
    expect(html.match(/javascript:/g)).toBeNull();
  });

  it('asks nothing of any other place', () => {
    const addresses = [...html.matchAll(/<(?:script|link|img|source|iframe)[^>]*(?:src|href)="([^"]+)"/g)];
    expect(
      addresses.map(([, address = '']) => address).filter((address) => !address.startsWith('/')),
    ).toEqual([]);
  });

  it('is sound HTML', () => {
    const { page, parts } = takenApart(html);
    expect(htmlFaults(filled(page))).toEqual([]);
    for (const part of parts) expect(htmlFaults(`<template>${part}</template>`)).toEqual([]);
  });

  it('says its language, skips to its content and names its landmarks once', () => {
    expect(html).toContain('<html lang="en-GB"');
    expect(html).toMatch(/<body[^>]*><a[^>]* href="#content"|<body[^>]*><a href="#content"/);
    expect(html.match(/<main[^>]*id="content"/g)).toHaveLength(1);
    expect(html.match(/<footer/g)).toHaveLength(1);
  });

  it('links only to what there is', () => {
    const served = routes.map(({ path: route }) => new RegExp(`^${route.replaceAll(/\{\w+\}/g, '[^/]+')}$`));
    const links = [...html.matchAll(/<a\s[^>]*href="([^"#?]*)[^"]*"/g)].map(([, address = '']) => address);
    const missing = links.filter(
      (address) =>
        address.startsWith('/') && !isStaticFile(address) && !served.some((route) => route.test(address)),
    );
    // The Open Referral feed is served under its own prefix, described by its own document.
    expect([...new Set(missing)].filter((address) => address !== '/oruk/')).toEqual([]);
  });
});

describe('the built pages together', () => {
  it('each have a title of their own', () => {
    const titles = pages
      .filter(({ path }) => !path.startsWith('template:'))
      .map(({ html }) => /<title>(.*?)<\/title>/.exec(html)?.[1]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('show where data come from on every page', () => {
    for (const { html } of pages) expect(html).toContain('Office for National Statistics');
  });

  it('fill both slots of each template once', () => {
    for (const { html } of pages.filter(({ path }) => path.startsWith('template:'))) {
      expect(html.match(/<title><!--slot:title--><\/title>/g)).toHaveLength(1);
      expect(html.match(/<!--slot:main-->/g)).toHaveLength(1);
    }
  });

  it('hold no trace of another body’s identity', () => {
    for (const { html } of pages) expect(html).not.toMatch(/gov\.uk|crown-|GDS Transport|nhsuk/i);
  });
});
