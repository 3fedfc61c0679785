import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, foldersIn, lineCount } from '#test/support/source-files.ts';

const product = filesBelow(['shared', 'functions', 'infra', 'site/src'], ['.ts', '.tsx', '.astro', '.mjs']);
const tests = filesBelow(['test'], ['.ts', '.tsx']);

describe('the shape of the code', () => {
  it('keeps every product file within 250 lines and every test file within 300', () => {
    expect(product.filter((path) => lineCount(path) > 250)).toEqual([]);
    expect(tests.filter((path) => lineCount(path) > 300)).toEqual([]);
  });

  it('keeps every function entry within 15 lines', () => {
    expect(filesBelow(['functions/entry'], ['.ts']).filter((path) => lineCount(path) > 15)).toEqual([]);
  });

  it('keeps the first-read file of the cloud within 60 lines', () => {
    expect(lineCount('infra/app.ts')).toBeLessThanOrEqual(60);
  });

  it('opens every folder of functions and infra with a README of at most 15 lines', () => {
    const folders = [
      'functions',
      'infra',
      ...foldersIn('functions'),
      ...foldersIn('infra'),
      ...foldersIn('infra/local'),
    ];
    const wanting = folders.filter((folder) => {
      const readme = join(folder, 'README.md');
      return !existsSync(readme) || lineCount(readme) > 15;
    });
    expect(wanting).toEqual([]);
  });

  it('has no drawer for things without a name of their own', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|misc|constants|types)(\/|\.tsx?$)/;
    expect([...product, ...tests].filter((path) => drawers.test(path))).toEqual([]);
  });

  it('imports zod only as zod/mini, whole, so that no bundle carries the classic build', () => {
    const offenders = product.filter((path) =>
      /from 'zod'|import \{[^}]*\} from 'zod\/mini'(?!;?\s*$)/.test(
        readFileSync(path, 'utf8').replaceAll(/import type \{[^}]*\} from 'zod\/mini';/g, ''),
      ),
    );
    expect(offenders).toEqual([]);
  });

  it('replaces clients and documents, which is global, only in tests that run apart', () => {
    const GLOBAL =
      /^import .* from '(aws-sdk-client-mock|#test\/support\/(tiny-dom|tiny-page|drawn)\.tsx?)'/m;
    const together = filesBelow(['test'], ['.test.ts', '.test.tsx']).filter(
      (path) => !/^test\/(site|adapters)\//.test(path) && GLOBAL.test(readFileSync(path, 'utf8')),
    );
    expect(together).toEqual([]);
  });

  it('reads the clock and makes random ids only in functions/runtime and the gateways that seal', () => {
    const impure = /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(\)|\.format\(\)/;
    const allowed = /^functions\/(runtime|gateways)\/|^functions\/http\/rate/;
    const offenders = filesBelow(['functions', 'shared'], ['.ts', '.tsx']).filter(
      (path) => !allowed.test(path) && impure.test(readFileSync(path, 'utf8')),
    );
    expect(offenders).toEqual([]);
  });

  it('casts nowhere in domain, commands and shared models without saying why on the line above', () => {
    const cast = /\bas (?!const\b)[A-Z{[]|\bas unknown\b|\bas any\b/;
    const isCast = (line: string) =>
      !/^\s*(\/?\*|\/\/)/.test(line) &&
      cast.test(line.replaceAll(/'[^']*'/g, '')) &&
      !line.includes('import');
    const offenders = filesBelow(['functions/domain', 'functions/commands', 'shared/model'], ['.ts']).filter(
      (path) => {
        const lines = readFileSync(path, 'utf8').split('\n');
        return lines.some((line, at) => isCast(line) && !/^\s*\/\//.test(lines[at - 1] ?? ''));
      },
    );
    expect(offenders).toEqual([]);
  });
});
