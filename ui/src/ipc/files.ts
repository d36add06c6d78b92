import { open, save } from "@tauri-apps/plugin-dialog";
import { CallFailure, toFailure } from "./failure";

/** What the dialog is called and which files it offers. */
export interface FileChoice {
  title: string;
  /** Without dots. */
  extensions: string[];
}

export interface SaveChoice extends FileChoice {
  /** A file name that says what it is and never whom it is about: file names are readable by everybody. */
  suggested: string;
}

/** Lets a person point at a file to read. `null`: they thought better of it. */
export async function chooseOpenPath({ title, extensions }: FileChoice): Promise<string | null> {
  return ask(() => open({ title, multiple: false, directory: false, filters: filters(extensions) }));
}

/** Lets a person say where a file goes; the core writes it. `null`: they thought better of it. */
export async function chooseSavePath({ title, suggested, extensions }: SaveChoice): Promise<string | null> {
  return ask(() => save({ title, defaultPath: suggested, filters: filters(extensions) }));
}

function filters(extensions: string[]) {
  return [{ name: extensions.map((extension) => `*.${extension}`).join(", "), extensions }];
}

async function ask(choice: () => Promise<string | null>): Promise<string | null> {
  try {
    return await choice();
  } catch (thrown) {
    throw new CallFailure(toFailure(thrown));
  }
}
