import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname);

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const imports = files(root)
  .filter((file) => !/\.test\.tsx?$|testing\.tsx$|test-setup\.ts$/.test(file))
  .flatMap((file) => {
    const source = readFileSync(file, "utf8");
    return [...source.matchAll(/^(?:import|export)( type)?[^;]*? from "([^"]+)";|^import "([^"]+)";/gm)].map(
      (match) => ({
        from: relative(root, file),
        isType: match[1] !== undefined,
        to: match[2] ?? match[3] ?? "",
      }),
    );
  });

const place = (path: string) =>
  path
    .split("/")
    .slice(0, path.startsWith("features/") ? 2 : 1)
    .join("/");
const target = ({ from, to }: { from: string; to: string }) =>
  to.startsWith(".") ? relative(root, resolve(root, dirname(from), to)) : null;

/** Which rooms each room may name. Kit knows the shapes of rows, never a command. */
const allowed: Record<string, string[]> = {
  shell: ["shell", "features", "kit", "ipc", "text"],
  features: ["kit", "ipc", "text"],
  kit: ["kit", "text"],
  text: ["text"],
  ipc: ["ipc"],
  vitrine: ["kit", "text", "style"],
};

test("imports go shell → features → kit, ipc, text, and features do not know each other", () => {
  const wrong = imports.filter((each) => {
    const to = target(each);
    if (to === null || each.from === "main.tsx") return false;
    const here = place(each.from);
    const there = place(to);
    if (here === there) return false;
    const room = here.split("/")[0] ?? "";
    const onlyShapes = ["kit", "text", "vitrine"].includes(room) && there === "ipc" && each.isType;
    return !onlyShapes && !(allowed[room] ?? []).includes(there.split("/")[0] ?? "");
  });
  expect(wrong).toEqual([]);
});

test("only ipc speaks with Tauri, and nothing that ships knows the fake core", () => {
  expect(imports.filter(({ from, to }) => to.startsWith("@tauri-apps/") && !from.startsWith("ipc/"))).toEqual(
    [],
  );
  const fake = imports.filter(({ to }) => /\/fake(\/|$)/.test(to));
  expect(fake.filter(({ from }) => !/^ipc\/fake(\.ts|\/)/.test(from))).toEqual([]);
});

test("nothing is stored in the web view", () => {
  const banned = /\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b/;
  const found = files(root).filter(
    (file) => !file.endsWith("arrows.test.ts") && banned.test(readFileSync(file, "utf8")),
  );
  expect(found).toEqual([]);
});
