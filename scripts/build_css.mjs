// Bundles app/static/src into app/static/dist: one style sheet, one script, the fonts and icons they name.
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
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
  legalComments: "linked",
  logLevel: "warning",
};

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

async function build() {
  const wanted = await tokensUsedByComponents();
  await rm(target, { recursive: true, force: true });
  await esbuild.build({ ...options, plugins: [themePlugin((file) => prunedTheme(file, wanted))] });
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
