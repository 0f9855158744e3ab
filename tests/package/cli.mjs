// Whether the commands of the package say in one line what they cannot do, and leave alone what is not theirs.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";

/** Tries the commands of the package that is installed in a folder. */
export async function checkCommands(alone) {
  const folder = join(alone, "commands");
  const cli = join(alone, "node_modules/plan-comparator/cli.mjs");
  mkdirSync(join(folder, "project"), { recursive: true });
  copyFileSync(join(alone, "node_modules/plan-comparator/starter.json"), join(folder, "plans.json"));
  writeFileSync(join(folder, "project/index.html"), "");
  const run = (line) => spawnSync(process.execPath, [cli, ...line.split(" ")], { cwd: folder, encoding: "utf8" });
  const does = (line) => assert.equal(run(line).status, 0, line);
  const refuses = (line, words) => {
    const { status, stderr } = run(line);
    assert.equal(status, 1, line);
    assert.match(stderr, words);
    assert.doesNotMatch(stderr, / at .*:\d+:\d+/, line);
  };

  does("build plans.json --out=site");
  does("build plans.json --out site");
  assert.ok(existsSync(join(folder, "site/en/index.html")));
  refuses("build plans.json --out project", /^project is there and holds no site/);
  assert.deepEqual(readdirSync(join(folder, "project")), ["index.html"]);
  copyFileSync(join(folder, "plans.json"), join(folder, "site/plans.json"));
  refuses("build site/plans.json --out site", /^site is or holds the catalog/);
  refuses("build plans.json --out plans.json/site", /^plans\.json\/site cannot be written/);
  refuses("pack plans.json --out ./plans.json", /^\.\/plans\.json is or holds the catalog/);
  assert.ok(JSON.parse(readFileSync(join(folder, "plans.json"))).title);
  refuses("pack plans.json --out missing/plans.html", /^missing\/plans\.html cannot be written/);
  refuses("build missing.json --page plans.example", /^--page is .*`plans\.example` is none/);
  refuses("check missing.json", /^missing\.json cannot be read/);
  refuses("dates plans.json", /^plans\.json cannot be used: this is no calendar/);
  for (const port of ["=", "=some", "=65536"]) refuses(`serve plans.json --port${port}`, /^--port is a number/);
  refuses("check plans.json --out site", /^Unknown option '--out'/);
  const helps = ["--help", "-h", "build plans.json --help"];
  for (const line of helps) assert.match(run(line).stdout, /^plan-comparator check/);
  assert.match(run("--version").stdout, /^\d+\.\d+\.\d+\n$/);
  await checkServer(spawn(process.execPath, [cli, "serve", "plans.json", "--port", "0"], { cwd: folder }), folder);
}

/** Asks a server for what it does not have, and for what it has. */
async function checkServer(server, folder) {
  const errors = [];
  server.stderr.on("data", (text) => errors.push(text));
  try {
    const port = await new Promise((found, failed) => {
      server.stdout.on("data", (text) => /127\.0\.0\.1:(\d+)/.exec(text) && found(/127\.0\.0\.1:(\d+)/.exec(text)[1]));
      server.on("exit", () => failed(new Error(`the server ended: ${errors.join("")}`)));
    });
    const status = (path) =>
      new Promise((found, failed) => {
        get({ port, host: "127.0.0.1", path }, (response) => found(response.resume().statusCode)).on("error", failed);
      });
    const catalog = join(folder, "plans.json");
    assert.deepEqual([await status("/%"), await status("//"), await status("/none")], [400, 400, 404]);
    renameSync(catalog, `${catalog}.gone`);
    mkdirSync(catalog);
    assert.equal(await status("/"), 500);
  } finally {
    server.kill();
  }
}
