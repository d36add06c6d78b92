import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Failure } from "../ipc/generated/Failure";
import type { Finding } from "../ipc/generated/Finding";
import type { Language } from "../ipc/generated/Language";
import en from "./en.ftl?raw";
import type { TextKey } from "./generated/keys";
import nl from "./nl.ftl?raw";
import { type When, when } from "./when";

function bundle(locale: string, source: string): FluentBundle {
  // No isolation marks: they would end up in accessible names, and our languages run one way.
  const made = new FluentBundle(locale, { useIsolating: false });
  made.addResource(new FluentResource(source));
  return made;
}

const bundles: Record<Language, FluentBundle> = { nl: bundle("nl-NL", nl), en: bundle("en-GB", en) };

/** The locale that dates and the widget library speak. */
export const localeOf: Record<Language, string> = { nl: "nl-NL", en: "en-GB" };

type Values = Record<string, FluentVariable>;

/** What went wrong, in three parts. */
export interface FailureWords {
  what: string;
  safe: string;
  todo: string;
}

/** Words and dates in the chosen language. */
export interface Text {
  language: Language;
  t: (key: TextKey, values?: Values) => string;
  failure: (failure: Failure) => FailureWords;
  /** What one check of this device found, in one or two sentences. */
  finding: (finding: Finding) => string;
  when: When;
}

function format(language: Language, key: string, attribute: string | null, values?: Values): string | null {
  const message = bundles[language].getMessage(key);
  const pattern = attribute === null ? message?.value : message?.attributes[attribute];
  return pattern ? bundles[language].formatPattern(pattern, values) : null;
}

/** The text of one language; a component reaches it through `useText`. */
export function textOf(language: Language): Text {
  const t = (key: TextKey, values?: Values) => format(language, key, null, values) ?? key;
  const failure = ({ code }: Failure): FailureWords => {
    // A code from a newer core has no words here: fall back to the general ones.
    const key = format(language, `failure-${code}`, null) === null ? "failure-unexpected" : `failure-${code}`;
    return {
      what: format(language, key, null) ?? "",
      safe: format(language, key, "safe") ?? "",
      todo: format(language, key, "todo") ?? "",
    };
  };
  const finding = ({ check, code, ok, count }: Finding): string =>
    format(language, `finding-${check}-${code}`, null, { count }) ??
    (ok ? t("finding-ok") : t("finding-unknown", { code }));
  return { language, t, failure, finding, when: when(localeOf[language]) };
}

const TextContext = createContext<Text>(textOf("nl"));

/** Gives everything below it one language. */
export function TextProvider({ language, children }: { language: Language; children: ReactNode }) {
  const text = useMemo(() => textOf(language), [language]);
  return <TextContext.Provider value={text}>{children}</TextContext.Provider>;
}

/** Words in the chosen language. */
export function useText(): Text {
  return useContext(TextContext);
}
