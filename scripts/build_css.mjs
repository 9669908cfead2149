// Bundles app/static/src into app/static/dist: one style sheet, one script, the fonts and icons they name.
// Every name holds a hash of the content, so that a browser may keep a file for ever; manifest.json says which is which.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import path from "node:path";
import zlib from "node:zlib";
import esbuild from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const source = path.join(root, "app/static/src");
const target = path.join(root, "app/static/dist");
const themeFile = /voorbeeld-design-tokens[\\/]dist[\\/]theme\.css$/;

const options = {
  absWorkingDir: root,
  entryPoints: [path.join(source, "doelspoor.css"), path.join(source, "doelspoor.js")],
  outdir: target,
  bundle: true,
  minify: true,
  target: ["chrome109", "firefox115", "safari16"],
  loader: { ".woff2": "file", ".svg": "file" },
  assetNames: "[name]-[hash]",
  entryNames: "[name]-[hash]",
  metafile: true,
  legalComments: "linked",
  logLevel: "warning",
};

const icon = "merk.svg";
const compressible = /\.(css|js|svg)$/;

const usedIn = (css) => new Set(Array.from(css.matchAll(/var\(\s*(--[\w-]+)/g), (match) => match[1]));

const themePlugin = (load) => ({
  name: "theme",
  setup: (build) => build.onLoad({ filter: themeFile }, async ({ path: file }) => ({ contents: await load(file), loader: "css" })),
});

async function tokensUsedByComponents() {
  const result = await esbuild.build({ ...options, write: false, plugins: [themePlugin(() => "")] });
  return usedIn(result.outputFiles.find((file) => file.path.endsWith(".css")).text);
}

// The theme holds tokens for every component there is; only what our components reach, directly or through another token, is kept.
async function prunedTheme(file, wanted) {
  const lines = (await readFile(file, "utf8")).split("\n");
  const values = new Map(lines.map((line) => line.match(/^\s*(--[\w-]+):(.*)/)).filter(Boolean).map((m) => [m[1], m[2]]));
  const queue = [...wanted];
  const kept = new Set();
  while (queue.length) {
    const name = queue.pop();
    if (kept.has(name) || !values.has(name)) continue;
    kept.add(name);
    queue.push(...usedIn(values.get(name)));
  }
  return lines.filter((line) => !/^\s*--/.test(line) || kept.has(line.match(/^\s*(--[\w-]+)/)[1])).join("\n");
}

function hashedName(name, content) {
  const { name: stem, ext } = path.parse(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  return `${stem}-${hash}${ext}`;
}

async function copyIcon() {
  const content = await readFile(path.join(source, "iconen", icon));
  const name = hashedName(icon, content);
  await writeFile(path.join(target, name), content);
  return name;
}

// Once, here, at the best there is; serving costs nothing then.
async function compress() {
  const [gzip, brotli] = [promisify(zlib.gzip), promisify(zlib.brotliCompress)];
  const names = (await readdir(target)).filter((name) => compressible.test(name));
  for (const name of names) {
    const file = path.join(target, name);
    const content = await readFile(file);
    await writeFile(`${file}.gz`, await gzip(content, { level: 9 }));
    await writeFile(`${file}.br`, await brotli(content));
  }
}

// Last, and in one move: whoever reads it finds everything it names.
async function writeManifest(manifest) {
  const file = path.join(target, "manifest.json");
  await writeFile(`${file}.tmp`, JSON.stringify(manifest, null, 1));
  await rename(`${file}.tmp`, file);
}

async function build() {
  const wanted = await tokensUsedByComponents();
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const { metafile } = await esbuild.build({ ...options, plugins: [themePlugin((file) => prunedTheme(file, wanted))] });
  const built = Object.entries(metafile.outputs).filter(([, output]) => output.entryPoint);
  const manifest = Object.fromEntries(built.map(([file, output]) => [path.basename(output.entryPoint), path.basename(file)]));
  manifest[icon] = await copyIcon();
  await compress();
  await writeManifest(manifest);
}

await build();
if (process.argv.includes("--watch")) {
  const { watch } = await import("node:fs");
  let timer;
  watch(source, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => build().catch((error) => console.error(error.message)), 100);
  });
}
