/* unpack.js: lays the Chromium of 2023 that an npm package carries (brotli) beside the packages, ready to start. */
"use strict";
const fs = require("node:fs"), path = require("node:path"), zlib = require("node:zlib");
const { execFileSync } = require("node:child_process");

const from = path.join(__dirname, "node_modules/@sparticuz/chromium/bin");
const to = path.join(__dirname, "node_modules/.chromium-109");
const inflated = (name) => zlib.brotliDecompressSync(fs.readFileSync(path.join(from, `${name}.br`)));

fs.mkdirSync(to, { recursive: true });
fs.writeFileSync(path.join(to, "chromium"), inflated("chromium"), { mode: 0o755 });
execFileSync("tar", ["-x", "-C", to], { input: inflated("swiftshader.tar") });
