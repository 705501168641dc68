import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { projectFolder } from "../../../bin/support/files.ts";
import { freePort } from "../../../bin/support/portal-run.ts";
import type { Bench } from "./bench.ts";

// Inside the project, because its bundler takes packages from nowhere above its root; git does not see it there.
const folder = join(projectFolder, "tests/results/bare-page");
const nextProgram = join(projectFolder, "node_modules/next/dist/bin/next");

const files = {
  "package.json": '{ "name": "bare-page", "private": true, "type": "module" }\n',
  "next.config.js": `export default { turbopack: { root: ${JSON.stringify(projectFolder)} } };\n`,
  "app/layout.jsx":
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
  "app/page.jsx":
    'import { Counter } from "./counter.jsx";\n\nexport default function Page() {\n  return <Counter />;\n}\n',
  "app/counter.jsx":
    '"use client";\nimport { useState } from "react";\n\nexport function Counter() {\n  const [count, setCount] = useState(0);\n  return <button onClick={() => setCount(count + 1)}>{count}</button>;\n}\n',
};

/** Builds and serves the smallest page that Next makes, with one button that works; answers with its address. */
export async function serveBarePage({ atEnd }: Bench): Promise<string> {
  await mkdir(join(folder, "app"), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const built = next(["build", folder]);
  const [status] = await once(built.child, "close");
  if (status !== 0) throw new Error(`the bare page could not be built:\n${built.output()}`);
  const port = await freePort();
  const served = next(["start", folder, "-p", String(port), "-H", "127.0.0.1"]);
  atEnd(async () => {
    if (served.child.exitCode !== null) return;
    served.child.kill("SIGTERM");
    await once(served.child, "exit");
  });
  const address = `http://127.0.0.1:${port}/`;
  for (const deadline = performance.now() + 20_000; performance.now() < deadline; await delay(50)) {
    if (served.child.exitCode !== null) break;
    // Not yet up is no error.
    if ((await fetch(address).catch(() => null))?.ok) return address;
  }
  throw new Error(`the bare page is not served:\n${served.output()}`);
}

function next(args: readonly string[]) {
  const child = spawn(process.execPath, [nextProgram, ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  return { child, output: () => text };
}
