// Starting, watching and ending real processes. Every process that a journey starts is ended with
// it, also when the journey fails.
import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/** More than any program has to say during one journey; one that says more runs in circles. */
const FLOOD = 32 * 1024 * 1024;

/**
 * Starts a program and keeps what it says, for the report of a failure and for the check that it
 * says nothing about anybody.
 * @returns {{ child: import("node:child_process").ChildProcess, said: () => string,
 *   ended: Promise<number | null>, end: (signal?: NodeJS.Signals) => Promise<void> }}
 */
export function start(program, args, env = {}, stdio = ["ignore", "pipe", "pipe"]) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio });
  let text = "";
  const keep = (part) => {
    text += part;
    if (text.length > FLOOD) {
      text = `${text.slice(0, 4000)}\n… A FLOOD of output, cut here`;
      child.kill("SIGKILL");
    }
  };
  child.stdout?.setEncoding("utf8").on("data", keep);
  child.stderr?.setEncoding("utf8").on("data", keep);
  const ended = new Promise((done) => {
    child.once("exit", (code) => done(code));
    child.once("error", (error) => {
      text += String(error);
      done(null);
    });
  });
  const end = async (signal = "SIGTERM") => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await Promise.race([ended, pause(5000, undefined, { ref: false })]);
      child.kill("SIGKILL");
    }
  };
  return { child, said: () => text, ended, end };
}

/** Asks again until the answer is truthy; fails with `what` after `limit` milliseconds. */
export async function until(what, ask, limit = 15000, every = 50) {
  const deadline = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`waited ${limit} ms for: ${what}`);
    }
    await pause(every);
  }
}

/** The process whose command line names `program` and `folder`; undefined when there is none. */
export async function processOf(program, folder) {
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) {
      continue;
    }
    const line = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
    const words = line.split("\0");
    if (words[0] === program && words.includes(folder)) {
      return Number(entry);
    }
  }
  return undefined;
}

/** The process named `name` that `parent` started; fails when there is none. */
export async function childOf(parent, name) {
  for (const entry of await readdir("/proc")) {
    const stat = /^\d+$/.test(entry) ? await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "") : "";
    // "pid (name, cut off at 15 letters) state parent …"
    const found = /^\d+ \((.*)\) \S (\d+) /.exec(stat);
    if (found && found[1] === name.slice(0, 15) && Number(found[2]) === parent) {
      return Number(entry);
    }
  }
  throw new Error(`process ${parent} started no ${name}`);
}
