// node tools/site.mjs FILE.wasm BINDGEN SITE: makes the folder that the server serves of what was compiled for the browser.
//
// The wasm gets its JavaScript (tools/bindgen), both are made small and named by their content, and everything that can be packed lies packed
// beside itself (.br, .gz). Beside the folder comes hash.txt, by which the server knows the names. All as cargo-leptos does it.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [wasm = '', bindgen = '', site = ''] = process.argv.slice(2);
const NAME = 'samleng';
const PACKED = new Set(['.css', '.html', '.js', '.json', '.map', '.mjs', '.svg', '.txt', '.wasm', '.xml']);

const draft = `${site}.new`;
const pkg = join(draft, 'pkg');
rmSync(draft, { recursive: true, force: true });
cpSync(fileURLToPath(new URL('../public', import.meta.url)), draft, { recursive: true });
mkdirSync(pkg);

execFileSync(bindgen, [wasm, NAME, pkg], { stdio: 'inherit' });
const program = join(pkg, `${NAME}.wasm`);
const script = join(pkg, `${NAME}.js`);
// The flags of cargo-leptos; `-Oz` saves a third.
execFileSync('wasm-opt', ['-Oz', '--enable-bulk-memory', '--enable-nontrapping-float-to-int', join(pkg, `${NAME}_bg.wasm`), '-o', program], { stdio: 'inherit' });
rmSync(join(pkg, `${NAME}_bg.wasm`));
const small = execFileSync('esbuild', ['--minify', '--format=esm', '--charset=utf8', script], { encoding: 'utf8' });
writeFileSync(script, small);

const hashes = new Map([script, program].map((file) => [extname(file).slice(1), named(file)]));
writeFileSync(join(dirname(site), 'hash.txt'), [...hashes].map(([ending, hash]) => `${ending}: ${hash}\n`).join(''));

for (const file of filesIn(draft).filter((file) => PACKED.has(extname(file)))) {
  const bytes = readFileSync(file);
  const size = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: size }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
rmSync(site, { recursive: true, force: true });
renameSync(draft, site);

/** Puts the hash of its content into a file's name, and gives it back. */
function named(/** @type {string} */ file) {
  const hash = createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 22);
  renameSync(file, join(dirname(file), `${basename(file, extname(file))}.${hash}${extname(file)}`));
  return hash;
}

function filesIn(/** @type {string} */ folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}
