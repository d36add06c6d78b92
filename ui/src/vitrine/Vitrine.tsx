import { useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import type { Density } from "../ipc/generated/Density";
import type { Language } from "../ipc/generated/Language";
import { Choice } from "../kit/Choice";
import { StatusProvider } from "../kit/status";
import { localeOf, TextProvider } from "../text/text";
import { Buttons } from "./shelves/Buttons";
import { Choices } from "./shelves/Choices";
import { Colours } from "./shelves/Colours";
import { Fields } from "./shelves/Fields";
import { Names } from "./shelves/Names";
import { Notes } from "./shelves/Notes";
import { Overlays } from "./shelves/Overlays";
import { Passphrases } from "./shelves/Passphrases";
import { Picking } from "./shelves/Picking";
import { Timelines } from "./shelves/Timelines";
import { Typography } from "./shelves/Typography";
import "../kit/page.css";
import "./vitrine.css";

type Theme = "night" | "day";

/**
 * Every building block in every state, for whoever builds or looks at the interface. The query chooses
 * what it opens in: `?language=en&theme=day&density=compact`.
 */
export function Vitrine({ start }: { start: URLSearchParams }) {
  const [language, setLanguage] = useState<Language>(start.get("language") === "en" ? "en" : "nl");
  const [theme, setTheme] = useState<Theme>(start.get("theme") === "day" ? "day" : "night");
  const [density, setDensity] = useState<Density>(
    start.get("density") === "compact" ? "compact" : "comfortable",
  );
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, density });
    document.documentElement.lang = language;
  }, [language, theme, density]);
  return (
    <TextProvider language={language}>
      <I18nProvider locale={localeOf[language]}>
        <StatusProvider>
          <main className="nb-scroll nb-vitrine">
            <h1 className="nb-page__title">Vitrine</h1>
            <div className="nb-vitrine__bar">
              <Choice
                label="Language"
                labelHidden
                look="chips"
                value={language}
                onChange={setLanguage}
                options={[
                  { value: "nl", label: "Nederlands" },
                  { value: "en", label: "English" },
                ]}
              />
              <Choice
                label="Theme"
                labelHidden
                look="chips"
                value={theme}
                onChange={setTheme}
                options={[
                  { value: "night", label: "night" },
                  { value: "day", label: "day" },
                ]}
              />
              <Choice
                label="Density"
                labelHidden
                look="chips"
                value={density}
                onChange={setDensity}
                options={[
                  { value: "comfortable", label: "comfortable" },
                  { value: "compact", label: "compact" },
                ]}
              />
            </div>
            <Colours />
            <Typography />
            <Buttons />
            <Fields />
            <Picking />
            <Names />
            <Choices />
            <Passphrases />
            <Notes />
            <Timelines />
            <Overlays />
          </main>
        </StatusProvider>
      </I18nProvider>
    </TextProvider>
  );
}
